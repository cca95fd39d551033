/* How what happens to curricula, items and sessions becomes rows. The plain tables of persons are not touched from here. */
import { subjectId } from '../../../../platform/log/event.ts'
import { type Projection, on } from '../../../../platform/log/projection.ts'
import { curriculumKinds, itemKinds } from '../../domain/training/curriculum.ts'
import { isTrained } from '../../domain/training/rules.ts'
import { daysOf } from '../../domain/training/session.ts'
import { sessionKinds as kinds, revocationReasonOf } from '../../domain/training/session-events.ts'
import * as store from './store-sessions.ts'

const signOf = (present: boolean): string => (present ? '1' : '0')
export const presentIn = (attendance: string): number => [...attendance].filter((sign) => sign === '1').length

export const trainingProjection: Projection = {
  name: 'outreach-training',
  tables: ['training_curriculum', 'training_item', 'training_session', 'training_participation'],
  apply: {
    'curriculum.written.v1': on(curriculumKinds['curriculum.written.v1'], (tx, { tenant, subject, payload }) =>
      store.putCurriculum(tx, tenant, { id: subjectId(subject), content: payload }),
    ),
    'test-item.written.v1': on(itemKinds['test-item.written.v1'], (tx, { tenant, subject, payload }) =>
      store.putItem(tx, tenant, { id: subjectId(subject), content: payload }),
    ),
    'test-item.retired.v1': on(itemKinds['test-item.retired.v1'], (tx, { tenant, subject }) =>
      store.retireItem(tx, tenant, subjectId(subject)),
    ),
    'training-session.planned.v1': on(kinds['training-session.planned.v1'], (tx, { tenant, subject, payload }) => {
      const { number, curriculum, province, territoire, halfDays } = payload
      const days = { ...daysOf(halfDays), halfDays: halfDays.length }
      return store.putSession(tx, tenant, {
        ...{ id: subjectId(subject), number, curriculum, province, territoire, ...days, state: 'planned', content: payload },
      })
    }),
    'training-session.imported.v1': on(kinds['training-session.imported.v1'], async (tx, { tenant, subject, payload, learnedAt }) => {
      const { session, participants } = payload
      const { number, province, territoire, firstDay, lastDay, halfDays } = session
      const id = subjectId(subject)
      const row = { id, number, curriculum: null, province, territoire, firstDay, lastDay, halfDays, state: 'imported', content: session }
      await store.putSession(tx, tenant, row)
      const rows = participants.map((one) => ({ ...one, attendance: '', isTrained: isTrained(one.present, halfDays) }))
      await store.insertParticipations(tx, tenant, { session: id, rows, learnedAt })
    }),
    'training-session.enrolled.v1': on(kinds['training-session.enrolled.v1'], (tx, { tenant, subject, payload, learnedAt }) => {
      const blank = { attendance: '', present: 0, isTrained: false, preTenths: null, postTenths: null, practice: null, followedOn: null }
      const rows = payload.participants.map((one) => ({ ...one, ...blank }))
      return store.insertParticipations(tx, tenant, { session: subjectId(subject), rows, learnedAt })
    }),
    'training-session.attended.v1': on(kinds['training-session.attended.v1'], async (tx, { tenant, subject, payload, learnedAt }) => {
      const session = subjectId(subject)
      const marks = Map.groupBy(payload.marks, ({ badge }) => badge)
      const rows = (await store.listAttendance(tx, tenant, session)).flatMap(({ badge, attendance, halfDays }) => {
        const own = marks.get(badge)
        if (own === undefined) return []
        const signs = [...attendance.padEnd(halfDays, '-')]
        for (const { halfDay, present } of own) signs[halfDay] = signOf(present)
        const present = signs.filter((sign) => sign === '1').length
        return [{ badge, attendance: signs.join(''), present, isTrained: isTrained(present, halfDays) }]
      })
      await store.setAttendance(tx, tenant, { session, rows, learnedAt })
    }),
    'training-session.tested.v1': on(kinds['training-session.tested.v1'], (tx, { tenant, subject, payload, learnedAt }) => {
      const rows = payload.sheets.map(({ badge, scoreTenths }) => ({ badge, scoreTenths }))
      return store.setScores(tx, tenant, { session: subjectId(subject), when: payload.when, rows, learnedAt })
    }),
    ...ofTelephones(),
    ...endings(),
    ...ofPersons(),
  },
}

/** A sheet that waits lies with its session until somebody has looked; one that counts is a score like any other. */
function ofTelephones(): Projection['apply'] {
  return {
    'training-session.sheet-handed-in.v1': on(
      kinds['training-session.sheet-handed-in.v1'],
      async (tx, { tenant, subject, payload, learnedAt }) => {
        const { sheet, when, badge, answers, scoreTenths, finding, standing, at: handedInAt } = payload
        const session = subjectId(subject)
        if (finding === null)
          return scoreTenths === null
            ? undefined
            : store.setScores(tx, tenant, { session, when, rows: [{ badge, scoreTenths }], learnedAt })
        return store.addWaitingSheet(tx, tenant, {
          session,
          waiting: { sheet, when, badge, answers, scoreTenths, finding, standing, handedInAt },
        })
      },
    ),
    'training-session.sheet-settled.v1': on(
      kinds['training-session.sheet-settled.v1'],
      async (tx, { tenant, subject, payload: { sheet, badge, when, scoreTenths }, learnedAt }) => {
        const session = subjectId(subject)
        await store.dropWaitingSheet(tx, tenant, { session, sheet })
        if (scoreTenths !== null) await store.setScores(tx, tenant, { session, when, rows: [{ badge, scoreTenths }], learnedAt })
      },
    ),
    'training-session.test-composed.v1': on(kinds['training-session.test-composed.v1'], (tx, { tenant, subject, payload }) =>
      store.mergeContent(tx, tenant, { session: subjectId(subject), part: payload }),
    ),
  }
}
function endings(): Projection['apply'] {
  return {
    'training-session.closed.v1': on(kinds['training-session.closed.v1'], (tx, { tenant, subject }) =>
      store.setState(tx, tenant, { id: subjectId(subject), state: 'closed' }),
    ),
    'training-session.cancelled.v1': on(kinds['training-session.cancelled.v1'], async (tx, { tenant, subject }) => {
      const id = subjectId(subject)
      await store.setState(tx, tenant, { id, state: 'cancelled' })
      await store.deleteParticipations(tx, tenant, { id, badge: null })
    }),
    'training-session.certified.v1': on(kinds['training-session.certified.v1'], (tx, { tenant, subject, payload, learnedAt }) =>
      store.setCertificates(tx, tenant, { session: subjectId(subject), on: payload.on, rows: payload.certificates, learnedAt }),
    ),
    'training-session.certificate-revoked.v1': on(kinds['training-session.certificate-revoked.v1'], (tx, { tenant, subject, payload }) =>
      store.revokeCertificate(tx, tenant, { session: subjectId(subject), ...payload, reason: revocationReasonOf(payload.reason) }),
    ),
  }
}
function ofPersons(): Projection['apply'] {
  return {
    'training-session.followed-up.v1': on(kinds['training-session.followed-up.v1'], (tx, { tenant, subject, payload, learnedAt }) =>
      store.setPractice(tx, tenant, { session: subjectId(subject), ...payload, learnedAt }),
    ),
    'training-session.linked.v1': on(kinds['training-session.linked.v1'], (tx, { tenant, subject, payload }) =>
      store.setPerson(tx, tenant, { session: subjectId(subject), ...payload }),
    ),
    'training-session.withdrawn.v1': on(kinds['training-session.withdrawn.v1'], (tx, { tenant, subject, payload }) =>
      store.deleteParticipations(tx, tenant, { id: subjectId(subject), badge: payload.badge }),
    ),
    'training-session.person-erased.v1': on(kinds['training-session.person-erased.v1'], (tx, { tenant, subject, payload, learnedAt }) =>
      store.setErased(tx, tenant, { session: subjectId(subject), badge: payload.badge, at: learnedAt }),
    ),
  }
}
