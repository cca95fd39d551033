/* Forms as the program sees them: routes, the read table, kinds of event, the door for modules that ask a form, and the forms that ship. */
import type { Database } from '../../platform/database/connect.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import type { ServerModule } from '../../platform/http/server-module.ts'
import type { FormsDoor, PublishedForm } from './contract.ts'
import { formRoutes } from './server/http-forms.ts'
import { formProjection } from './server/projection.ts'
import { formAggregate } from './server/publish.ts'
import { fileQuestionsOf, readHeaderOf, readSubmission } from './server/read-submission.ts'
import { type WholeVersionRow, findVersion, findVersionName, listCurrentVersions } from './server/store-forms.ts'

export { publishOwnForms } from './server/own-forms.ts'

export interface FormsModule extends ServerModule {
  readonly door: FormsDoor<Tx>
}

/** Forms of one version never change, and every answer that comes in asks for one: so many are remembered by their hash. */
const MOST_REMEMBERED = 30
const remembered = new Map<string, string>()
async function askedByName(
  tx: Tx,
  tenant: string,
  asked: { readonly form: string; readonly version?: string },
): Promise<PublishedForm | null> {
  const name = await findVersionName(tx, tenant, asked)
  if (name === null) return null
  const xform = remembered.get(name.sha256)
  if (xform !== undefined) return { ...name, xform }
  const whole = publishedOf(await findVersion(tx, tenant, name))
  if (whole === null || whole.sha256 !== name.sha256) return whole
  const [oldest] = remembered.keys()
  if (remembered.size >= MOST_REMEMBERED && oldest !== undefined) remembered.delete(oldest)
  remembered.set(whole.sha256, whole.xform)
  return whole
}

export const createFormsModule = ({ database }: { readonly database: Pick<Database, 'transaction'> }): FormsModule => ({
  name: 'forms',
  routes: formRoutes(database),
  projections: [formProjection],
  aggregates: [formAggregate],
  door: {
    published: askedByName,
    current: (tx, tenant, form) => askedByName(tx, tenant, { form }),
    currentForms: async (tx, tenant) => (await listCurrentVersions(tx, tenant)).flatMap((row) => publishedOf(row) ?? []),
    readSubmission,
    readHeader: readHeaderOf,
    fileQuestions: fileQuestionsOf,
  },
})

const publishedOf = (row: WholeVersionRow | null): PublishedForm | null =>
  row && { form: row.form, version: row.version, sha256: row.sha256, title: row.title, xform: row.xform }
