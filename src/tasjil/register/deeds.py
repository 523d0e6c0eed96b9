"""Everything that can be done to a register, and which entry is the trace of it."""

from tasjil.model.defined import Defined
from tasjil.register.entry import EntryKind


class Deed(Defined):
    """Something that a user does; its words go on after "you may not"."""

    CAPTURE = "capture", "capture a report"
    DESCRIBE = "describe", "say where a report comes from"
    PROPOSE = "propose", "keep what a reader proposes"
    JUDGE_CLAIM = "judge-claim", "judge, correct or add a claim"
    JUDGE_LINK = "judge-link", "judge whether two are one"
    LINK_PERSONS = "link-persons", "keep which records are held to be one person"
    ESTIMATE = "estimate", "keep an estimate of those whom nobody documented"
    WITHDRAW_ESTIMATE = "withdraw-estimate", "withdraw an estimate"
    SET_SCOPE = "set-scope", "say what the case counts"
    IMPORT_LIST = "import-list", "import a list"
    ASSESS = "assess", "make an assessment"
    SIGN = "sign", "sign an assessment"
    DISSENT = "dissent", "dissent from an assessment"
    GIVE_CONSENT = "give-consent", "write down that somebody consents"
    WITHDRAW_CONSENT = "withdraw-consent", "write down that somebody withdraws consent"
    SEAL = "seal", "put an identity into the sealed box"
    OPEN_SEALED = "open-sealed", "read an identity in the sealed box"
    ERASE = "erase", "erase somebody"
    KEEP_USERS = "keep-users", "add or change a user"
    GRANT_BOX = "grant-box", "give somebody the key of the sealed box"
    BACK_UP = "back-up", "make a backup"
    RESTORE = "restore", "put a backup in the place of a register"
    REKEY = "rekey", "give the register and the box other keys"
    EXPORT_BUNDLE = "export-bundle", "take out a bundle for another office"
    IMPORT_BUNDLE = "import-bundle", "take in a bundle of another office"
    EXPORT_PRIVATELY = "export-privately", "take out anything else unprotected"
    PUBLISH = "publish", "publish a release"
    KEEP_CORRECTION = "keep-correction", "write down what a reader says is wrong"
    ANSWER_CORRECTION = "answer-correction", "answer what a reader says is wrong"
    ASK = "ask", "ask a second person for leave"
    APPROVE = "approve", "give another person leave"
    LOOK_AT_REPORTS = "look-at-reports", "look at reports, claims and judgements"
    LOOK_AT_COUNTS = "look-at-counts", "look at figures"
    LOOK_AT_LOG = "look-at-log", "look at the log"
    VERIFY = "verify", "check that the log is whole"
    CHECKPOINT = "checkpoint", "sign or stamp how far the log has come"


DEED_OF: dict[EntryKind, Deed] = {
    EntryKind.DOCUMENT_CAPTURED: Deed.CAPTURE,
    EntryKind.DOCUMENT_DESCRIBED: Deed.DESCRIBE,
    EntryKind.CLAIM_PROPOSED: Deed.PROPOSE,
    EntryKind.DOCUMENT_READ: Deed.PROPOSE,
    EntryKind.CLAIM_JUDGED: Deed.JUDGE_CLAIM,
    EntryKind.CLAIM_CORRECTED: Deed.JUDGE_CLAIM,
    EntryKind.CLAIM_ADDED: Deed.JUDGE_CLAIM,
    EntryKind.CLAIM_WITHDRAWN: Deed.JUDGE_CLAIM,
    EntryKind.CODING_ASKED: Deed.JUDGE_CLAIM,
    EntryKind.CODING_DONE: Deed.JUDGE_CLAIM,
    EntryKind.SCOPE_SET: Deed.SET_SCOPE,
    EntryKind.LIST_IMPORTED: Deed.IMPORT_LIST,
    EntryKind.LINK_JUDGED: Deed.JUDGE_LINK,
    EntryKind.PERSONS_PROPOSED: Deed.LINK_PERSONS,
    EntryKind.PERSONS_LINKED: Deed.LINK_PERSONS,
    EntryKind.ESTIMATE_MADE: Deed.ESTIMATE,
    EntryKind.ESTIMATE_WITHDRAWN: Deed.WITHDRAW_ESTIMATE,
    EntryKind.ASSESSMENT_MADE: Deed.ASSESS,
    EntryKind.ASSESSMENT_SIGNED: Deed.SIGN,
    EntryKind.ASSESSMENT_DISSENTED: Deed.DISSENT,
    EntryKind.CONSENT_GIVEN: Deed.GIVE_CONSENT,
    EntryKind.CONSENT_WITHDRAWN: Deed.WITHDRAW_CONSENT,
    EntryKind.IDENTITY_SEALED: Deed.SEAL,
    EntryKind.IDENTITY_TIED: Deed.SEAL,
    EntryKind.IDENTITY_OPENED: Deed.OPEN_SEALED,
    EntryKind.IDENTITY_ERASED: Deed.ERASE,
    EntryKind.BOX_GRANTED: Deed.GRANT_BOX,
    EntryKind.BOX_TAKEN: Deed.GRANT_BOX,
    EntryKind.RELEASE_PUBLISHED: Deed.PUBLISH,
    EntryKind.CORRECTION_RECEIVED: Deed.KEEP_CORRECTION,
    EntryKind.CORRECTION_ANSWERED: Deed.ANSWER_CORRECTION,
    EntryKind.APPROVAL_ASKED: Deed.ASK,
    EntryKind.APPROVAL_GIVEN: Deed.APPROVE,
    EntryKind.BUNDLE_EXPORTED: Deed.EXPORT_BUNDLE,
    EntryKind.BUNDLE_IMPORTED: Deed.IMPORT_BUNDLE,
    EntryKind.BUNDLE_REFUSED: Deed.IMPORT_BUNDLE,
    EntryKind.BACKUP_MADE: Deed.BACK_UP,
    EntryKind.KEYS_CHANGED: Deed.REKEY,
    EntryKind.USER_ADDED: Deed.KEEP_USERS,
    EntryKind.USER_CHANGED: Deed.KEEP_USERS,
}
"""What an appended entry of each kind needs leave for."""

TWO_PEOPLE = frozenset({Deed.EXPORT_BUNDLE, Deed.EXPORT_PRIVATELY, Deed.PUBLISH})
"""What nobody does alone: it cannot be taken back once it has left the house."""

BY_PROGRAM = frozenset(
    {
        *(Deed.CAPTURE, Deed.PROPOSE, Deed.SET_SCOPE, Deed.IMPORT_LIST),
        *(Deed.LINK_PERSONS, Deed.ESTIMATE),
    }
)
"""What a program may stand for as author, on behalf of the user who runs it."""
