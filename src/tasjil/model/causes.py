"""What people died of or were harmed by: the list of SDG 16.1.2."""

from tasjil.model.defined import Defined


class Cause(Defined):
    """Cause of death or injury (SDG indicator 16.1.2)."""

    HEAVY_WEAPONS = (
        "heavy weapons and explosive munitions",
        "Shells, rockets, air-dropped bombs, missiles, drones with munitions.",
    )
    PLANTED_EXPLOSIVES = (
        "planted explosives and unexploded ordnance",
        "Mines, improvised devices, car bombs, remnants of war.",
    )
    SMALL_ARMS = (
        "small arms and light weapons",
        "Rifles, pistols, machine guns, hand grenades: shot, executed by gunfire.",
    )
    INCENDIARY = "incendiary", "Weapons made to set fire: white phosphorus, napalm."
    CBRN = (
        "chemical, biological, radiological or nuclear",
        "Poison gas and other agents that harm by chemistry, germs or radiation.",
    )
    ELECTROMAGNETIC = "electromagnetic", "Weapons that harm by beams, waves or current."
    LESS_LETHAL = "less-lethal", "Tear gas, batons, rubber bullets."
    DENIAL = (
        "denial of access to or destruction of objects indispensable to survival",
        "Siege, starvation, water or care withheld.",
    )
    ACCIDENT = (
        "accidents related to conflict",
        "An accident that the fighting brought about, such as a crash in flight.",
    )
    OTHER_MEANS = (
        "use of objects and other means",
        "Blades, beating, fire, strangling, torture.",
    )
    UNKNOWN = "unknown", "Nobody tells, or what is told fits nothing on this list."
