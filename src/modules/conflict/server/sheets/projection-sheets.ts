/* How what happens to a conflict sheet becomes rows of its versions. */
import { subjectId } from '../../../../platform/log/event.ts'
import { type Projection, on } from '../../../../platform/log/projection.ts'
import { sheetKinds as kinds } from '../../domain/sheets/sheet-events.ts'
import { insertVersion, moveVersion } from './store-sheets.ts'

const NOTHING = { text: null, because: null }
export const conflictSheetsProjection: Projection = {
  name: 'conflict-sheets',
  tables: ['conflict_sheet_version'],
  apply: {
    'conflict-sheet.proposed.v1': on(kinds['conflict-sheet.proposed.v1'], (tx, { tenant, subject, payload }) => {
      const { version, workshop, round, asOf, reason, content, on: proposedOn, by, body } = payload
      const { site, province, territoire } = content.place
      return insertVersion(tx, tenant, {
        ...{ sheet: subjectId(subject), version, state: 'proposed', round, workshop, asOf, reason, site, province, territoire },
        ...{ interference: content.interference, proposedOn, proposedBy: by, content },
        acts: [{ ...NOTHING, what: 'proposed', on: proposedOn, body, text: reason }],
      })
    }),
    'conflict-sheet.cross-checked.v1': on(kinds['conflict-sheet.cross-checked.v1'], (tx, { tenant, subject, payload }) => {
      const { version, compared, on: day, by, body } = payload
      const act = { ...NOTHING, what: 'cross-checked', on: day, body, text: compared, by }
      return moveVersion(tx, tenant, { sheet: subjectId(subject), version, state: 'cross-checked', act })
    }),
    'conflict-sheet.validated.v1': on(kinds['conflict-sheet.validated.v1'], (tx, { tenant, subject, payload }) => {
      const { version, note, on: validatedOn, body } = payload
      const act = { ...NOTHING, what: 'validated', on: validatedOn, body, text: note }
      return moveVersion(tx, tenant, { sheet: subjectId(subject), version, state: 'validated', act, validatedOn })
    }),
    'conflict-sheet.summary-published.v1': on(kinds['conflict-sheet.summary-published.v1'], (tx, { tenant, subject, payload }) => {
      const { version, fr, en, on: day, body } = payload
      const act = { ...NOTHING, what: 'summary-published', on: day, body }
      return moveVersion(tx, tenant, { sheet: subjectId(subject), version, state: 'published', act, narrative: { fr, en, on: day } })
    }),
    'conflict-sheet.superseded.v1': on(kinds['conflict-sheet.superseded.v1'], (tx, { tenant, subject, payload }) => {
      const { version, because, reason, on: day, body } = payload
      const act = { what: 'superseded', on: day, body, text: reason, because }
      return moveVersion(tx, tenant, { sheet: subjectId(subject), version, state: 'superseded', act })
    }),
  },
}
