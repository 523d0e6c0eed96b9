"""`tasjil withdraw`: a person takes their consent back."""

from tasjil.cli.arguments import As, CaseFolder
from tasjil.cli.box_arguments import Because, Who, WithReports, Yes
from tasjil.cli.show_erasing import erase_and_tell
from tasjil.cli.unlock import key_for
from tasjil.journey.case import open_case
from tasjil.journey.erase import Asked
from tasjil.model.identity import spoken


def withdraw(
    case: CaseFolder,
    reference: Who,
    because: Because,
    with_reports: WithReports = False,
    yes: Yes = False,
    user: As = None,
) -> int:
    """Take back all that a person agreed to, and destroy who they are.

    Their reports are withheld from then on; --with-reports destroys them too.
    """
    opened = open_case(case)
    asked = Asked(spoken(reference), (), with_reports, withdrawn=True)
    return erase_and_tell(opened, key_for(opened, user), asked, because, sure=yes)
