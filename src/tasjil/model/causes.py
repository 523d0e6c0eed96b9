"""What people died of or were harmed by: the list of SDG 16.1.2."""

from enum import StrEnum


class Cause(StrEnum):
    """Cause of death or injury (SDG indicator 16.1.2)."""

    HEAVY_WEAPONS = "heavy weapons and explosive munitions"
    """Shells, rockets, air-dropped bombs, missiles, drones with munitions."""

    PLANTED_EXPLOSIVES = "planted explosives and unexploded ordnance"
    """Mines, improvised devices, car bombs, remnants of war."""

    SMALL_ARMS = "small arms and light weapons"
    """Rifles, pistols, machine guns, hand grenades: shot, executed by gunfire."""

    INCENDIARY = "incendiary"
    CBRN = "chemical, biological, radiological or nuclear"
    ELECTROMAGNETIC = "electromagnetic"
    LESS_LETHAL = "less-lethal"
    """Tear gas, batons, rubber bullets."""

    DENIAL = "denial of access to or destruction of objects indispensable to survival"
    """Siege, starvation, water or care withheld."""

    ACCIDENT = "accidents related to conflict"
    OTHER_MEANS = "use of objects and other means"
    """Blades, beating, fire, strangling, torture."""

    UNKNOWN = "unknown"
