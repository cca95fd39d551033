/* How centres, visits, quick screens and recruiters become rows. */
import { subjectId } from '../../../../platform/log/event.ts'
import { type Projection, on } from '../../../../platform/log/projection.ts'
import { foldedName } from '../../domain/desk/folded-name.ts'
import { CentreOpened, QuickScreenDone, VisitCounted, VisitTakenBack } from '../../domain/desk/desk.ts'
import {
  RecruiterCleared,
  RecruiterComplaint,
  RecruiterLicence,
  RecruiterRegistered,
  RecruiterWarned,
} from '../../domain/desk/recruiter.ts'
import * as store from './store-desk.ts'

const registered = 'recruiter.registered.v1'
const [checked, complained] = ['recruiter.licence-checked.v1', 'recruiter.complaint-heard.v1'] as const
const [warned, lifted] = ['recruiter.warned.v1', 'recruiter.warning-lifted.v1'] as const

export const deskProjection: Projection = {
  name: 'resource-desk',
  tables: ['resource_centre', 'desk_visit', 'quick_screen', 'recruiter'],
  apply: {
    'resource-centre.opened.v1': on(CentreOpened, (tx, { tenant, subject, payload: { name, area, organisation } }) =>
      store.insertCentre(tx, tenant, { id: subjectId(subject), name, area, organisation }),
    ),
    'desk-visit.counted.v1': on(VisitCounted, (tx, { tenant, subject, learnedAt, payload: { centre, day, ticket } }) =>
      store.insertVisit(tx, tenant, { id: subjectId(subject), centre, day, ticket, learnedAt }),
    ),
    'desk-visit.taken-back.v1': on(VisitTakenBack, (tx, { tenant, subject, learnedAt }) =>
      store.takeVisitBack(tx, tenant, { id: subjectId(subject), at: learnedAt }),
    ),
    'quick-screen.done.v1': on(QuickScreenDone, (tx, { tenant, subject, payload: { centre, month } }) =>
      store.insertQuickScreen(tx, tenant, { id: subjectId(subject), centre, month }),
    ),
    [registered]: on(RecruiterRegistered, (tx, { tenant, subject, payload }) =>
      store.insertRecruiter(tx, tenant, {
        ...{ id: subjectId(subject), kind: registered, payload, country: payload.country },
        folded: foldedName(payload.name),
      }),
    ),
    [checked]: on(RecruiterLicence, (tx, { tenant, subject, payload }) =>
      store.addRecruiterAct(tx, tenant, { id: subjectId(subject), kind: checked, payload }),
    ),
    [complained]: on(RecruiterComplaint, (tx, { tenant, subject, payload }) =>
      store.addRecruiterAct(tx, tenant, { id: subjectId(subject), kind: complained, payload }),
    ),
    [warned]: on(RecruiterWarned, (tx, { tenant, subject, payload }) =>
      store.addRecruiterAct(tx, tenant, { id: subjectId(subject), kind: warned, payload }),
    ),
    [lifted]: on(RecruiterCleared, (tx, { tenant, subject, payload }) =>
      store.addRecruiterAct(tx, tenant, { id: subjectId(subject), kind: lifted, payload }),
    ),
  },
}
