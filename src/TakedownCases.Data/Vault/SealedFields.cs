using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Referrals;

namespace TakedownCases.Data.Vault;

/// <summary>
/// Where each sealed column lives, as it is authenticated with the content. A test holds this table against the model.
/// </summary>
public static class SealedFields
{
    public static FieldPlace CaseDetails(CaseId caseId) => new("takedown_case", "details", caseId.Value);

    public static FieldPlace CaseContact(CaseId caseId) => new("takedown_case", "contact", caseId.Value);

    public static FieldPlace CaseStatement(CaseId caseId) => new("takedown_case", "statement", caseId.Value);

    public static FieldPlace CaseHold(CaseId caseId) => new("takedown_case", "hold_words", caseId.Value);

    public static FieldPlace ProviderDetails(ProviderId providerId) => new("site_provider", "details", providerId.Value);

    public static FieldPlace PlaceDetails(PlaceId placeId) => new("place", "details", placeId.Value);

    public static FieldPlace PlaceReach(PlaceId placeId) => new("place", "reach", placeId.Value);

    public static FieldPlace ClockWords(ClockId clockId) => new("case_clock", "words", clockId.Value);

    public static FieldPlace MessageText(MessageId messageId) => new("case_message", "text", messageId.Value);

    public static FieldPlace NoteText(NoteId noteId) => new("case_note", "text", noteId.Value);

    public static FieldPlace NoticeChoices(NoticeId noticeId) => new("notice", "choices", noticeId.Value);

    public static FieldPlace NoticeFrozen(NoticeId noticeId) => new("notice", "frozen", noticeId.Value);

    public static FieldPlace NoticeMime(NoticeId noticeId) => new("notice", "mime", noticeId.Value);

    public static FieldPlace NoticeReceipt(NoticeId noticeId) => new("notice", "receipt", noticeId.Value);

    public static FieldPlace ReferralText(ReferralId referralId) => new("referral", "text", referralId.Value);

    public static FieldPlace ReferralReason(ReferralId referralId) => new("referral", "reason", referralId.Value);

    public static FieldPlace ReferralWhom(ReferralId referralId) => new("referral", "whom", referralId.Value);

    public static FieldPlace ReferralTheirs(ReferralId referralId) => new("referral", "theirs", referralId.Value);

    public static FieldPlace ReferralWords(ReferralId referralId) => new("referral", "words", referralId.Value);

    public static FieldPlace PackText(PackId packId) => new("complaint_pack", "text", packId.Value);

    public static FieldPlace PackJson(PackId packId) => new("complaint_pack", "json", packId.Value);

    public static FieldPlace AttemptEvidence(Guid attemptId) => new("send_attempt", "evidence", attemptId);

    public static FieldPlace ApprovalReason(Guid approvalId) => new("approval", "reason", approvalId);
}
