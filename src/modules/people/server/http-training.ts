/*
Trainings of accounts that open files: noted by who supervises or protects data in the same body, or who runs the platform, never for oneself; read by the
same, and one's own by everybody. The list shows accounts, parts of the curriculum and days; no name and no score.
*/
import { todayAt } from '../../../kernel/calendar.ts'
import { refused } from '../../../kernel/outcome.ts'
import { calendarDate, count, listOf, oneOf, record, yesOrNo } from '../../../kernel/schema.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { readRoute, writeRoute } from '../../../platform/http/build-route.ts'
import { type Route, can, signedIn } from '../../../platform/http/route.ts'
import type { Who } from '../../../platform/http/who.ts'
import type { Aggregate } from '../../../platform/log/aggregate.ts'
import { AccountId, type TrainingDoor } from '../contract.ts'
import { opensFiles } from '../domain/account-care.ts'
import {
  Curriculum,
  NoteTraining,
  TRAINING_RULES,
  type TrainingContext,
  type TrainingEvent,
  curriculum,
  trainingDecider,
  trainingKinds,
  trainingState,
} from '../domain/training.ts'
import { answerAs } from './answer-as.ts'
import { type CareReach, careContext, isWithin, listCared } from './care.ts'
import { type TrainingRow, listTrainings } from './store-training.ts'

export const trainingAggregate: Aggregate<null, NoteTraining, TrainingEvent, TrainingContext> = {
  ...{ name: 'account-training', decider: trainingDecider, kinds: trainingKinds },
}
const Training = record({
  curriculum: Curriculum,
  trainedOn: calendarDate(),
  validUntil: calendarDate(),
  state: oneOf('valid', 'run-out', 'over'),
})
const rules = record({ mostMonths: count(), graceDays: count() })
const Trainings = record({
  accounts: listOf(record({ account: AccountId, isSelf: yesOrNo(), trainings: listOf(Training, 20) })),
  /** Whether who asks notes them for others. */
  notes: yesOrNo(),
  rules,
})

const reachOf = ({ capabilities, organisation }: Pick<Who, 'capabilities' | 'organisation'>): CareReach =>
  capabilities.has('people.manage')
    ? 'all'
    : capabilities.has('cases.protect-data') || capabilities.has('cases.supervise')
      ? { organisation }
      : null

export const trainingRoutes: readonly Route[] = [
  readRoute({
    path: '/api/case-trainings',
    summary: 'what accounts that open files were trained in, and until when it counts: one’s own, and those of the body to who notes them',
    allow: signedIn,
    answer: Trainings,
    read: async ({ tx, who, now }) => {
      const reach = reachOf(who)
      const today = todayAt(now)
      const rows = await listTrainings(tx, who.tenant, reach === null ? who.account : null)
      const seen = (await listCared(tx, who.tenant, today)).filter(
        (one) => one.account === who.account || isWithin(reach, one.organisation),
      )
      const accounts = seen.map(({ account }) => ({
        ...{ account, isSelf: account === who.account },
        trainings: rows.filter((one) => one.account === account).map((one) => shown(one, today)),
      }))
      return answerAs(Trainings, { accounts, notes: reach !== null, rules: TRAINING_RULES })
    },
  }),
  writeRoute({
    path: '/api/case-accounts/:account/trainings',
    summary: 'notes what somebody else of one’s body was trained in, on which day and until when it counts',
    allow: can('cases.lock-down'),
    params: record({ account: AccountId }),
    body: NoteTraining,
    write: async ({ door, who, envelope, data, params: { account } }) => {
      const reach = reachOf(who)
      if (reach === null) return refused('not-allowed')
      return door.execute({
        ...{ aggregate: trainingAggregate, subject: account, command: data, envelope, who },
        context: async (tx, _state, { today }) => ({ ...(await careContext(tx, who.tenant, { account, by: who.account, reach })), today }),
      })
    },
  }),
]
const shown = ({ curriculum: part, trainedOn, validUntil }: TrainingRow, today: string) => ({
  ...{ curriculum: part, trainedOn, validUntil, state: trainingState(validUntil, today) },
})

export const trainingDoor: TrainingDoor<Tx> = {
  isNeeded: opensFiles,
  statesOf: async (tx, tenant, { account, today }) => {
    const rows = await listTrainings(tx, tenant, account)
    const until = (part: string): string | null => rows.find((one) => one.curriculum === part)?.validUntil ?? null
    return new Map(curriculum.map((part) => [part, trainingState(until(part), today)]))
  },
}
