/*
The clocks that run in one case, read from what happened in it. Until somebody has rated the risk it counts as high: nobody is seen later because a
form is empty. A clock that still ran when the work ended is neither kept nor broken; one that was late by then stays late. Nothing here is a
decision, and no clock ends a case.
*/
import { type ClockFace, type ClockRun, type Pause, type Rating, type Setting, dueAt, faceOf } from '../clocks/clock.ts'
import type { ClockName } from '../clocks/clock-rulebook.ts'
import type { ReferralFile } from '../referral/referral.ts'
import { recipientReads } from '../referral/referral-machine.ts'
import type { CaseFile, Happening } from './case-file.ts'

/** `cutAt`: the work ended before it was done. */
type Run = ClockRun & { readonly cutAt: string | null }
type What = Happening['what']

const ENDS: readonly What[] = ['approve-closure', 'accept-transfer', 'withdraw-consent', 'no-eligibility']
const BEGINS: readonly What[] = ['register-minimum', 'obtain-consent', 'resume-assessment']

interface Course {
  readonly file: CaseFile
  readonly ratings: readonly Rating[]
  /** The end of the stretch of work that began at the moment; `null`: it goes on. */
  readonly endAfter: (at: string) => string | null
}
const timesOf = (file: CaseFile, ...what: readonly What[]): readonly string[] =>
  file.happened.filter((one) => what.includes(one.what)).map((one) => one.at)
const firstFrom = (times: readonly string[], from: string): string | null => times.find((at) => at >= from) ?? null

function runOf(
  { file, ratings, endAfter }: Course,
  clock: ClockName,
  span: { startedAt: string; doneAt: string | null; round?: number },
): Run {
  const end = endAfter(span.startedAt)
  const isCut = end !== null && (span.doneAt === null || span.doneAt > end)
  const pauses: readonly Pause[] = file.pauses.get(clock) ?? []
  const doneAt = isCut ? null : span.doneAt
  return { clock, round: span.round ?? 0, startedAt: span.startedAt, doneAt, ratings, pauses, cutAt: isCut ? end : null }
}
/** From each start to the first end at or after it. */
const once = (course: Course, clock: ClockName, [starts, ends]: readonly [readonly string[], readonly string[]]): readonly Run[] =>
  starts.map((startedAt) => runOf(course, clock, { startedAt, doneAt: firstFrom(ends, startedAt) }))
/** Round after round: each done starts the next. */
function rounds(course: Course, clock: ClockName, [starts, done]: readonly [readonly string[], readonly string[]]): readonly Run[] {
  const starting = starts.filter((at, index) => index === 0 || course.endAfter(starts[index - 1] ?? at) !== null)
  return starting.flatMap((from, index) => {
    const until = starting[index + 1]
    const within = done.filter((at) => at > from && (until === undefined || at < until))
    return [from, ...within].map((startedAt, round) => runOf(course, clock, { startedAt, doneAt: within[round] ?? null, round }))
  })
}
/** How often since the risk was last rated anew: twice a week for a month begins again with a new danger. */
function followUps(course: Course, starts: readonly string[]): readonly Run[] {
  const changes = course.ratings.filter((one, index) => index > 0 && one.level !== course.ratings[index - 1]?.level).map((one) => one.at)
  const all = rounds(course, 'follow-up', [starts, timesOf(course.file, 'follow-up')])
  return all.map((run) => {
    const since = changes.findLast((at) => at <= run.startedAt)
    const before = since === undefined ? run.round : all.filter((one) => one.startedAt > since && one.startedAt <= run.startedAt).length
    return { ...run, round: before }
  })
}
function referralRuns(course: Course, file: ReferralFile): readonly Run[] {
  if (file.sentAt === null) return []
  const of = file.referral
  const answered = {
    ...runOf(course, 'referral-answered', { startedAt: file.sentAt, doneAt: file.answeredAt }),
    saidDue: file.respondBy,
    of,
  }
  return recipientReads(file.state)
    ? [answered, { ...runOf(course, 'referral-standstill', { startedAt: file.statusAt, doneAt: null }), of }]
    : [answered]
}

export function clockRunsOf(file: CaseFile): readonly Run[] {
  const [registeredAt] = timesOf(file, 'register-minimum')
  if (registeredAt === undefined) return []
  const isRated = file.ratings.some((one) => one.at <= registeredAt)
  const ratings: readonly Rating[] = isRated ? file.ratings : [{ level: 'high', at: registeredAt }, ...file.ratings]
  const ends = timesOf(file, ...ENDS)
  const course: Course = { file, ratings, endAfter: (at) => firstFrom(ends, at) }
  const assessing = timesOf(file, 'obtain-consent', 'need-reassessment', 'resume-assessment')
  const planning = timesOf(file, 'obtain-consent', 'need-reassessment', 'resume-assessment', 'revise-plan')
  const working = timesOf(file, 'obtain-consent', 'resume-assessment')
  const begun = timesOf(file, ...BEGINS).slice(0, 1)
  const checks = timesOf(file, 'check-after-closure')
  // After closing nothing cuts: the person is asked again because the work has ended.
  const afterwards: Course = { ...course, endAfter: (at) => firstFrom(timesOf(file, 'reopen', 'withdraw-consent'), at) }
  return [
    ...once(course, 'assign-owner', [begun, timesOf(file, 'assign-owner')]),
    ...once(course, 'first-safety-contact', [begun, timesOf(file, 'make-contact', 'follow-up')]),
    ...once(course, 'full-assessment', [assessing, timesOf(file, 'submit-assessment')]),
    ...once(course, 'plan-approved', [planning, timesOf(file, 'approve-plan')]),
    ...followUps(course, working),
    ...rounds(course, 'supervisor-review', [working, timesOf(file, 'supervise')]),
    ...rounds(course, 'risk-re-rating', [begun, timesOf(file, 'rate-risk')]),
    ...[...file.referrals.values()].flatMap((one) => referralRuns(course, one)),
    ...rounds(afterwards, 'post-closure-check', [timesOf(file, 'approve-closure'), checks]),
  ]
}

export function clockFacesOf(file: CaseFile, setting: Setting): readonly ClockFace[] {
  return clockRunsOf(file).flatMap((run) => {
    const { cutAt } = run
    const face = faceOf(cutAt === null ? run : { ...run, doneAt: cutAt }, setting)
    if (face === null) return []
    return cutAt === null || cutAt > (dueAt({ ...run, doneAt: cutAt }, setting) ?? cutAt) ? [face] : []
  })
}
