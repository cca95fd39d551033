/* The scan of a paper of a dossier: whoever reads the dossier reads it; a file that no paper of this dossier names does not exist here. */
import { refused } from '../../../../kernel/outcome.ts'
import { mustParse, parse, record, text } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { badInput, outcomeReply, rawRoute } from '../../../../platform/http/build-route.ts'
import { fileReply } from '../../../../platform/http/file-reply.ts'
import { type Route, can } from '../../../../platform/http/route.ts'
import { AttachedFact, DossierId } from '../../contract.ts'
import type { DossierCommand } from '../../domain/dossier-state.ts'
import type { CertificateDoors } from '../facts.ts'
import { maySee } from '../http-reads.ts'
import { findDossier, listFacts } from '../store.ts'

const asked = record({ dossier: DossierId, sha256: text(64) })

export const paperFileRoute = ({ documents }: CertificateDoors): Route =>
  rawRoute({
    method: 'GET',
    path: '/api/dossiers/:dossier/papers/:sha256',
    allow: can('certificates.read'),
    summary: 'The scan of a paper that was attached to a dossier',
    schemas: { params: asked },
    answer: async ({ params: given, tenant, door, who }) => {
      const read = parse(asked, given)
      if (!read.ok) return badInput(read.faults)
      const { dossier, sha256 } = read.value
      const file = await door.read(async (tx) => {
        const row = await findDossier(tx, tenant, dossier)
        if (row === null || !maySee(who, row)) return null
        const named = (await listFacts(tx, tenant, dossier)).some(({ fact }) => mustParse(AttachedFact, fact).file?.sha256 === sha256)
        return named ? ((await documents?.content(tx, tenant, sha256)) ?? null) : null
      })
      return file === null ? outcomeReply(refused('unknown-dossier')) : fileReply(file, 'paper')
    },
  })

/** A paper is kept with its scan or not at all: one that never arrived would be a promise. */
export async function isScanMissing(
  tx: Tx,
  { documents }: CertificateDoors,
  { tenant, command }: { readonly tenant: string; readonly command: DossierCommand },
): Promise<boolean> {
  if (command.kind !== 'attach-fact' || command.data.file === undefined) return false
  return ((await documents?.kept(tx, tenant, [command.data.file.sha256])) ?? []).length === 0
}
