/* The door of sites for the field module: see `contract-field.ts`. */
import { asId } from '../../../kernel/schema.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { FieldSitesDoor } from '../contract-field.ts'
import { speaksFor } from '../domain/missions/team.ts'
import { findInspectionRow } from './missions/store-inspections.ts'
import type { SitesDoors } from './register/place-of-site.ts'
import { countVisits, listInspectionsAround } from './store-field.ts'

export const fieldSitesDoor = ({ people }: SitesDoors): FieldSitesDoor<Tx> => ({
  inspectionsAround: async (tx, tenant, asked) =>
    (await listInspectionsAround(tx, tenant, asked)).map((row) => ({
      ...{ id: row.id, site: row.site_id, mission: row.mission_id, on: row.inspected_on, phase: row.phase, form: row.form ?? null },
    })),
  visitCount: countVisits,
  speaksFor: async (tx, tenant, { inspection, body, account, organisation }) => {
    const row = await findInspectionRow(tx, tenant, inspection)
    if (row === null) return null
    const [found] = organisation === null ? [] : await people.organisations(tx, [asId('organisation', organisation)])
    const speaker = { account, organisation: found ? { id: found.id, kind: found.kind } : null }
    return row.members.some((member) => member.body === body && speaksFor(member, speaker))
  },
})
