/* What this room is given by the program: the database for its own rows, and the doors of those who know forms, files and inspections. */
import type { Outcome } from '../../../kernel/outcome.ts'
import type { DocumentRef } from '../../../modules/documents/contract.ts'
import type { FormsDoor } from '../../../modules/forms/contract.ts'
import type { FieldworkDoor } from '../../../modules/sites/contract-fieldwork.ts'
import type { Database } from '../../../platform/database/connect.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Door } from '../../../platform/http/route.ts'
import type { Who } from '../../../platform/http/who.ts'
import type { CommandEnvelope } from '../../../platform/log/receipt.ts'

export interface Asked {
  readonly door: Door
  readonly who: Who
  readonly tenant: string
  readonly envelope: CommandEnvelope
}
export interface FileToKeep {
  readonly tenant: string
  readonly bytes: Uint8Array
  readonly mediaType: string
  readonly by: string
  readonly at: string
}
export interface OdkParts {
  readonly database: Pick<Database, 'read' | 'transaction'>
  readonly forms: FormsDoor<Tx>
  readonly fieldwork: FieldworkDoor<Tx, Asked>
  readonly keepFile: (file: FileToKeep) => Promise<Outcome<{ readonly file: DocumentRef }>>
}
