/* Forms as the program sees them: routes, the read table, kinds of event, the door for modules that ask a form, and the forms that ship. */
import type { Database } from '../../platform/database/connect.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import type { ServerModule } from '../../platform/http/server-module.ts'
import type { FormsDoor, PublishedForm } from './contract.ts'
import { formRoutes } from './server/http-forms.ts'
import { formProjection } from './server/projection.ts'
import { formAggregate } from './server/publish.ts'
import { fileQuestionsOf, readHeaderOf, readSubmission } from './server/read-submission.ts'
import { type WholeVersionRow, findVersion, listCurrentVersions } from './server/store-forms.ts'

export { publishOwnForms } from './server/own-forms.ts'

export interface FormsModule extends ServerModule {
  readonly door: FormsDoor<Tx>
}

export const createFormsModule = ({ database }: { readonly database: Pick<Database, 'transaction'> }): FormsModule => ({
  name: 'forms',
  routes: formRoutes(database),
  projections: [formProjection],
  aggregates: [formAggregate],
  door: {
    published: async (tx, tenant, ref) => publishedOf(await findVersion(tx, tenant, ref)),
    current: async (tx, tenant, form) => publishedOf(await findVersion(tx, tenant, { form })),
    currentForms: async (tx, tenant) => (await listCurrentVersions(tx, tenant)).flatMap((row) => publishedOf(row) ?? []),
    readSubmission,
    readHeader: readHeaderOf,
    fileQuestions: fileQuestionsOf,
  },
})

const publishedOf = (row: WholeVersionRow | null): PublishedForm | null =>
  row && { form: row.form, version: row.version, sha256: row.sha256, title: row.title, xform: row.xform }
