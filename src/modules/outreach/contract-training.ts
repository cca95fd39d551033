/*
Trainings as they travel: curricula, sessions, participants by badge, attendance by half-day, tests, certificates, follow-up. A participant is a badge of a session with
a category of the articles; a name is said in three commands, leaves this server in one answer and on one paper, and never stands in an event.
*/
import {
  type Id,
  type Infer,
  calendarDate,
  count,
  exactly,
  id,
  listOf,
  maybe,
  oneOf,
  orNull,
  record,
  taggedBy,
  text,
  whole,
  yesOrNo,
} from '../../kernel/schema.ts'
import { AgeBand, Sex } from './contract.ts'

export const CurriculumId = id('curriculum')
export type CurriculumId = Id<'curriculum'>
export const TestItemId = id('test-item')
export type TestItemId = Id<'test-item'>
export const SessionId = id('training-session')
export type SessionId = Id<'training-session'>
/** A person under a pseudonym: the same in every session where somebody confirmed that it is the same. */
export const TraineeId = id('trainee')
export type TraineeId = Id<'trainee'>

export const TrainingModule = oneOf(
  ...(['tip-concepts', 'identification', 'interview', 'assistance', 'referral', 'prevention'] as const),
  ...(['child-protection', 'data-protection', 'due-diligence', 'investigation'] as const),
)
export type TrainingModule = Infer<typeof TrainingModule>
/** Who takes part, by the articles from which the programme comes. */
export const ParticipantCategory = oneOf(
  ...(['social-worker', 'medical', 'educator', 'recruitment-agent', 'local-police', 'company-rep'] as const),
  ...(['judiciary', 'mines-service', 'cooperative', 'cso', 'media', 'local-authority'] as const),
)
export type ParticipantCategory = Infer<typeof ParticipantCategory>
export const TrainingLanguage = oneOf('fr', 'en', 'sw', 'ln', 'mn')
export const TrainingMode = oneOf('on-site', 'remote', 'mixed')
export const SaidOrNot = oneOf('yes', 'no', 'not-said')
export type SaidOrNot = Infer<typeof SaidOrNot>

/* ---- curricula and the bank of items ---- */

/** What is taught may be written in one language; the screen then shows that one. */
export const InLanguages = record({ fr: text(400), en: maybe(text(400)), mn: maybe(text(400)) })
export type InLanguages = Infer<typeof InLanguages>
export const WriteCurriculum = record({
  title: InLanguages,
  modules: listOf(TrainingModule, 10).min(1, 'empty'),
  halfDays: whole().min(1).max(40),
  aims: maybe(text(1000)),
})
export type WriteCurriculum = Infer<typeof WriteCurriculum>
export const WriteItem = record({
  module: TrainingModule,
  question: InLanguages,
  options: listOf(InLanguages, 6).min(2, 'too-few'),
  /** Place of the right option, from 0. */
  correct: whole().min(0).max(5),
})
export type WriteItem = Infer<typeof WriteItem>

/* ---- a session ---- */

export const HalfDay = record({ on: calendarDate(), part: oneOf('am', 'pm') })
export type HalfDay = Infer<typeof HalfDay>
const code = text(12)
export const PlanSession = record({
  curriculum: CurriculumId,
  province: code,
  territoire: orNull(code),
  place: text(160),
  halfDays: listOf(HalfDay, 40).min(1, 'empty'),
  mode: TrainingMode,
  /** Bodies and functions; never a name. */
  trainers: listOf(text(120), 12).min(1, 'empty'),
  language: TrainingLanguage,
  cost: orNull(record({ amount: count(), currency: oneOf('USD', 'CDF', 'EUR', 'MNT') })),
  /** Drawn from the bank: the same before and after. None: no test is given. */
  items: listOf(TestItemId, 40),
})
export type PlanSession = Infer<typeof PlanSession>

export const Badge = whole().min(1, 'no-badge').max(999, 'no-badge')
/** What is said of a participant, without a name. */
export const Described = record({
  badge: Badge,
  category: ParticipantCategory,
  sex: Sex,
  age: AgeBand,
  institution: text(160),
  province: code,
  disability: SaidOrNot,
  /** Whether it is the first training of this programme. */
  firstTime: SaidOrNot,
})
export type Described = Infer<typeof Described>
/** Said so that somebody may be found again; kept apart from the log. */
export const PersonName = record({ name: text(120), birthYear: maybe(whole().min(1900).max(2100)) })
export type PersonName = Infer<typeof PersonName>
/** A participation that somebody confirmed to be of the same person. */
export const SameAs = record({ session: SessionId, badge: Badge })
export const EnrolParticipants = record({
  participants: listOf(record({ ...Described.shape, person: maybe(PersonName), sameAs: maybe(SameAs) }), 60).min(1, 'empty'),
})
export type EnrolParticipants = Infer<typeof EnrolParticipants>
export const LinkPerson = record({ person: maybe(PersonName), sameAs: maybe(SameAs) })
export const WithdrawParticipant = record({ reason: text(400) })
export const ErasePerson = record({ reason: text(400) })
export const LookUpPerson = record({ name: text(120), birthYear: maybe(whole().min(1900).max(2100)), institution: maybe(text(160)) })
export type LookUpPerson = Infer<typeof LookUpPerson>

export const MarkAttendance = record({
  /** `halfDay`: place in the list of the session, from 0. */
  marks: listOf(record({ badge: Badge, halfDay: count(), present: yesOrNo() }), 2400).min(1, 'empty'),
})
export const TestMoment = oneOf('pre', 'post')
export type TestMoment = Infer<typeof TestMoment>
export const TakeTests = record({
  when: TestMoment,
  /** One answer for each item of the session in its order; `null`: left open. */
  sheets: listOf(record({ badge: Badge, answers: listOf(orNull(count()), 40) }), 60).min(1, 'empty'),
})
export type TakeTests = Infer<typeof TakeTests>
export const CloseSession = record({})
export const CancelSession = record({ reason: text(400) })
/** Whoever was trained; without badges, all who were and have none yet. */
export const CertifyTrained = record({ badges: maybe(listOf(Badge, 60)) })
/** One of a list: what the public page says of a revoked certificate has no place for a name. */
export const RevocationReason = oneOf('error', 'not-earned', 'replaced', 'other')
export type RevocationReason = Infer<typeof RevocationReason>
export const RevokeCertificate = record({ badge: Badge, reason: RevocationReason })
export const Practice = oneOf('yes', 'partly', 'no', 'not-reached')
export type Practice = Infer<typeof Practice>
export const FollowUp = record({
  badge: Badge,
  practice: Practice,
  by: oneOf('visit', 'telephone', 'message', 'supervisor'),
  on: calendarDate(),
  /** Of which modules something is used. */
  uses: listOf(TrainingModule, 10),
})
export type FollowUp = Infer<typeof FollowUp>

/* ---- rows of earlier years ---- */

export const ImportedParticipant = record({
  ...Described.shape,
  person: orNull(TraineeId),
  /** Half-days at which the badge was. */
  present: count(),
  /** Tenths of a percent; `null`: no such test. */
  preTenths: orNull(count()),
  postTenths: orNull(count()),
  practice: orNull(Practice),
  followedOn: orNull(calendarDate()),
})
export type ImportedParticipant = Infer<typeof ImportedParticipant>
export const ImportedSession = record({
  number: text(60),
  title: text(200),
  modules: listOf(TrainingModule, 10),
  province: code,
  territoire: orNull(code),
  place: orNull(text(160)),
  firstDay: calendarDate(),
  lastDay: calendarDate(),
  halfDays: count(),
  mode: TrainingMode,
  language: TrainingLanguage,
})
export type ImportedSession = Infer<typeof ImportedSession>
/** In the log: subject `training-session:<id>`; a further file of the same session adds participants. */
export const SessionImported = record({ session: ImportedSession, participants: listOf(ImportedParticipant, 250) })
export const TRAINING_IMPORTED = 'training-session.imported.v1'

export interface TrainingImportDoor<Tx> {
  /** Of these sessions, badges that stand. */
  readonly known: (tx: Tx, tenant: string, sessions: readonly string[]) => Promise<ReadonlyMap<string, ReadonlySet<number>>>
  /** The pseudonym that a keyed hash leads to. */
  readonly personsOf: (tx: Tx, tenant: string, hashes: readonly string[]) => Promise<ReadonlyMap<string, string>>
  readonly hashOf: (tenant: string, said: { readonly name: string; readonly birthYear: number }) => string
  /** Names beside the log. */
  readonly keepNames: (tx: Tx, tenant: string, names: readonly NamedTrainee[]) => Promise<void>
}
export interface NamedTrainee {
  readonly person: string
  readonly name: string
  readonly birthYear: number | null
  readonly hashes: readonly string[]
  readonly at: string
}

/* ---- answers ---- */

export const ItemShown = record({ id: TestItemId, ...WriteItem.shape, isProposal: yesOrNo(), isRetired: yesOrNo() })
export type ItemShown = Infer<typeof ItemShown>
export const ItemBank = record({ items: listOf(ItemShown), writes: yesOrNo() })
export type ItemBank = Infer<typeof ItemBank>
export const CurriculumShown = record({ id: CurriculumId, ...WriteCurriculum.shape, version: count(), sessions: count() })
export type CurriculumShown = Infer<typeof CurriculumShown>
export const Curricula = record({ curricula: listOf(CurriculumShown), writes: yesOrNo() })
export type Curricula = Infer<typeof Curricula>

/** A number that touches persons, or why it is kept back. */
export const SafeCount = taggedBy('is', [
  record({ is: exactly('shown'), n: count() }),
  record({ is: exactly('withheld'), because: oneOf('below-minimum', 'complement') }),
])
export type SafeCount = Infer<typeof SafeCount>
export const SessionState = oneOf('planned', 'closed', 'cancelled', 'imported')
export type SessionState = Infer<typeof SessionState>
export const SessionLine = record({
  id: SessionId,
  number: text(60),
  title: InLanguages,
  province: code,
  provinceName: text(120),
  place: orNull(text(160)),
  firstDay: calendarDate(),
  lastDay: calendarDate(),
  halfDays: count(),
  mode: TrainingMode,
  language: TrainingLanguage,
  state: SessionState,
  participants: SafeCount,
  trained: SafeCount,
})
export type SessionLine = Infer<typeof SessionLine>
export const Sessions = record({ sessions: listOf(SessionLine), total: count(), least: count(), teaches: yesOrNo() })
export type Sessions = Infer<typeof Sessions>

export const ParticipantShown = record({
  ...Described.shape,
  /** Whether a pseudonym stands behind, and in how many sessions it was. */
  isLinked: yesOrNo(),
  sessions: count(),
  /** For each half-day; `null`: not marked. */
  attendance: listOf(orNull(yesOrNo()), 40),
  present: count(),
  isTrained: yesOrNo(),
  preTenths: orNull(count()),
  postTenths: orNull(count()),
  certificate: orNull(record({ number: text(80), on: calendarDate(), isRevoked: yesOrNo() })),
  practice: orNull(Practice),
  isErased: yesOrNo(),
})
export type ParticipantShown = Infer<typeof ParticipantShown>
export const GainShown = record({
  /** Of whom both scores are known. */
  of: count(),
  preMeanTenths: orNull(whole()),
  postMeanTenths: orNull(whole()),
  gainTenths: orNull(whole()),
  /** Thousandths; who had 100 before is in neither part. */
  normalisedThousandths: orNull(whole()),
  normalisedOf: count(),
})
export type GainShown = Infer<typeof GainShown>
export const SessionShown = record({
  line: SessionLine,
  territoire: orNull(code),
  modules: listOf(TrainingModule, 10),
  days: listOf(HalfDay, 40),
  trainers: listOf(text(120), 12),
  cost: PlanSession.shape.cost,
  /** For who gives the test: with the right option. */
  items: listOf(ItemShown, 40),
  /** By badge, for who teaches in this place; others get the numbers of the line alone. */
  participants: orNull(listOf(ParticipantShown, 1000)),
  gain: orNull(GainShown),
  followUpFrom: calendarDate(),
  /** Today at its place, whoever looks and wherever they are. */
  today: calendarDate(),
})
export type SessionShown = Infer<typeof SessionShown>
export const LookUpAnswer = record({
  /** In sessions of the own territory. */
  matches: listOf(
    record({
      session: SessionId,
      number: text(60),
      badge: Badge,
      category: ParticipantCategory,
      province: code,
      lastDay: calendarDate(),
      by: oneOf('name-and-year', 'name-and-institution'),
    }),
    20,
  ),
  /** Whether there is somebody in a session of another territory; never in which, nor as what. */
  elsewhere: yesOrNo(),
})
export type LookUpAnswer = Infer<typeof LookUpAnswer>
export const PersonShown = record({
  /** `null`: none was given, or it was erased. */
  name: orNull(text(120)),
  birthYear: orNull(whole()),
  looks: listOf(record({ at: text(40), what: oneOf('page', 'certificate', 'look-up'), mine: yesOrNo() }), 200),
})
export type PersonShown = Infer<typeof PersonShown>
export const DueFollowUp = record({
  session: SessionId,
  number: text(60),
  title: InLanguages,
  provinceName: text(120),
  lastDay: calendarDate(),
  dueOn: calendarDate(),
  daysLate: count(),
  badges: listOf(Badge, 1000),
})
export const DueFollowUps = record({ due: listOf(DueFollowUp), soon: listOf(DueFollowUp), teaches: yesOrNo() })
export type DueFollowUps = Infer<typeof DueFollowUps>

export const NumbersTable = oneOf('category-sex', 'province-sex', 'age-sex', 'province-category')
export type NumbersTable = Infer<typeof NumbersTable>
const SafeRow = record({ key: text(40), name: text(160), cells: listOf(SafeCount, 60) })
/** Rows and columns with their sums; the last row and the last cell of each row are the sums. */
export const SafeGrid = record({
  layer: orNull(text(20)),
  columns: listOf(record({ key: text(40), name: text(160) }), 60),
  rows: listOf(SafeRow),
})
export type SafeGrid = Infer<typeof SafeGrid>
/** For the picture on the home page: persons trained in each quarter, each once; nobody adds the quarters up. */
export const TrainedByQuarter = record({
  asOf: calendarDate(),
  least: count(),
  quarters: listOf(record({ quarter: text(8), trained: SafeCount }), 8),
})
export type TrainedByQuarter = Infer<typeof TrainedByQuarter>
export const TrainingNumbers = record({
  from: calendarDate(),
  until: calendarDate(),
  table: NumbersTable,
  least: count(),
  floorTo: count(),
  /** Two indicators that nobody adds up or divides into each other. */
  participations: listOf(SafeGrid, 4),
  trainedUnique: listOf(SafeGrid, 4),
  participationsTotal: SafeCount,
  trainedUniqueTotal: SafeCount,
  /** Trained, and nobody could say whether they came before: counted as participations alone. */
  notLinked: SafeCount,
  certificates: SafeCount,
  gain: orNull(GainShown),
  followUp: orNull(record({ reached: count(), practising: count() })),
})
export type TrainingNumbers = Infer<typeof TrainingNumbers>
