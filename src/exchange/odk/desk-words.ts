/* What the desk's screens and the server say to each other: submissions that wait, and logins of telephones. No name of a person is among it. */
import {
  type Infer,
  anything,
  calendarDate,
  count,
  eitherOf,
  id,
  instant,
  keyed,
  listOf,
  maybe,
  oneOf,
  orNull,
  record,
  text,
  yesOrNo,
} from '../../kernel/schema.ts'
import { InspectionId, MissionId, SiteId } from '../../modules/sites/contract.ts'
import { AccountId, OrganisationId } from '../../modules/people/contract.ts'
import { Said } from './domain/said.ts'

const state = oneOf('to-place', 'recorded', 'set-aside')
export const SubmissionShown = record({
  instance: text(120),
  cameBy: text(40),
  form: text(64),
  version: text(40),
  amends: orNull(text(120)),
  role: text(200),
  organisation: orNull(text(200)),
  filledAt: instant(),
  receivedAt: instant(),
  moreFollows: yesOrNo(),
  said: Said,
  state,
  reason: text(2000),
  facts: keyed(anything()),
  inspection: orNull(InspectionId),
  filesKept: count(),
  filesRefused: count(),
})
export type SubmissionShown = Infer<typeof SubmissionShown>
export const SubmissionList = record({ submissions: listOf(SubmissionShown, 500), seesAll: yesOrNo() })
export type SubmissionList = Infer<typeof SubmissionList>
export const SubmissionsQuery = record({ state: maybe(state) })
export const SubmissionParams = record({ instance: text(120) })

const Site = record({ id: SiteId, name: text(400), nationalId: text(200), territoire: orNull(text(200)) })
/** Where it could go: what its author's body is at work on. */
export const SubmissionChoices = record({
  submission: SubmissionShown,
  inspections: listOf(record({ inspection: InspectionId, site: Site, date: calendarDate(), isOpen: yesOrNo(), by: text(60) }), 2000),
  missions: listOf(
    record({ mission: MissionId, reference: text(40), from: calendarDate(), to: calendarDate(), by: text(60), sites: listOf(Site, 500) }),
    200,
  ),
})
export type SubmissionChoices = Infer<typeof SubmissionChoices>
export const PlaceSubmission = eitherOf(
  record({ inspection: InspectionId }),
  record({ mission: MissionId, site: SiteId, date: calendarDate() }),
)
export const SetAside = record({ reason: text(1000) })

export const CollectLogin = record({
  id: id('collect-login'),
  user: text(40),
  account: AccountId,
  role: text(40),
  createdAt: instant(),
  lastUsedAt: orNull(instant()),
  withdrawnAt: orNull(instant()),
})
/** `accounts`: for whom the reader may make one. */
export const CollectLogins = record({
  logins: listOf(CollectLogin, 1000),
  accounts: listOf(
    record({ account: AccountId, organisation: orNull(OrganisationId), organisationName: orNull(text(400)), roles: listOf(text(40), 30) }),
    5000,
  ),
})
export type CollectLogins = Infer<typeof CollectLogins>
export const MakeCollectLogin = record({ account: AccountId, role: text(40), language: oneOf('fr', 'en') })
/** Shown once: the password is kept nowhere. `qr` is the text of Collect's settings code. */
export const MadeCollectLogin = record({
  id: id('collect-login'),
  user: text(40),
  password: text(60),
  serverUrl: text(400),
  qr: text(3000),
})
export type MadeCollectLogin = Infer<typeof MadeCollectLogin>
