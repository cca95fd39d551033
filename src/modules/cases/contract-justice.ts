/* Complaints as the body reads them that follows them: states, days, how the offence was qualified; nobody's name and nothing that was told. */
import { type Infer, calendarDate, count, instant, listOf, orNull, record, text, yesOrNo } from '../../kernel/schema.ts'

export const FollowedTrack = record({
  ...{ thing: text(80), state: orNull(text(40)), verdict: orNull(text(40)), qualifiedAs: orNull(text(40)), months: orNull(count()) },
  ...{ isOfficialInvolved: yesOrNo(), isVictimParticipating: yesOrNo(), finalOn: orNull(calendarDate()) },
  ...{ passed: listOf(text(40)), hearings: listOf(calendarDate()) },
})
/** `subject`: the drawn code under which a complaint is filed. */
export const JusticeDesk = record({
  ...{ referral: text(60), slip: text(12), subject: orNull(text(40)), tracks: listOf(FollowedTrack), asOf: instant() },
})
export type JusticeDesk = Readonly<Infer<typeof JusticeDesk>>
