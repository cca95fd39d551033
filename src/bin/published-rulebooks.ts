/* Every published rulebook of every module with its hash. A decision keeps the hash; a published book never changes. */
import { createHash } from 'node:crypto'
import { type Rulebook, rulebookText } from '../kernel/rulebook.ts'
import { certificateRulebook, firstCertificateRulebook } from '../modules/certificates/domain/rulebook.ts'
import { exporterRules } from '../modules/operators/domain/exporters/status.ts'
import { riskRulebook } from '../modules/risks/domain/risk-rules.ts'
import { statusRulebooks } from '../modules/sites/domain/status/rulebooks.ts'

const BOOKS: readonly Rulebook<unknown>[] = [...statusRulebooks, firstCertificateRulebook, certificateRulebook, exporterRules, riskRulebook]

/** `{ id: sha256 }`. */
export const publishedRulebooks = (): { readonly [id: string]: string } =>
  Object.fromEntries(BOOKS.map((book) => [book.id, createHash('sha256').update(rulebookText(book)).digest('hex')]))
