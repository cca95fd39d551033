/*
Certificates as the program sees them: routes, pages, projections, kinds of event, and the check of a file for the command
line. It is given the doors of custody, sites and people, the keys, and the address that stands in every code.
*/
import { todayAt } from '../../kernel/calendar.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import type { Log } from '../../platform/log/log.ts'
import type { ServerModule } from '../../platform/http/server-module.ts'
import type { NoticeSource } from '../notices/contract.ts'
import type { CredentialsDoor } from './contract-credentials.ts'
import { toHex } from './domain/code/bytes.ts'
import { issuerOf } from './domain/issuer.ts'
import type { Verification } from './domain/verify.ts'
import type { CertificateDoors } from './server/facts.ts'
import { revocationListUrl } from './server/issuing/issue-facts.ts'
import { credentialsDoor } from './server/credential/certified-facts.ts'
import { isCredentialText } from './server/credential/verify-credential.ts'
import { verifyOwnCredential } from './server/credential/own-credentials.ts'
import { credentialRoutes } from './server/credential/http-credentials.ts'
import { certificateRoutes, dossierAggregate } from './server/http.ts'
import { certificatePages } from './server/http-pages.ts'
import { revocationListOf, trustListOf } from './server/lists.ts'
import { blockAggregate } from './server/issuing/http-blocks.ts'
import { type KeyDesk, keyAggregate, keyDesk } from './server/issuing/http-keys.ts'
import { issueRegisterOf } from './server/issuing/issue-register.ts'
import { certificateNotices } from './server/issuing/touched.ts'
import { departureNotices } from './server/issuing/departures.ts'
import { redeliveryNotices } from './server/issuing/redeliveries.ts'
import { issuingProjection } from './server/issuing/projection-issuing.ts'
import { exporterNotices } from './server/dossier/exporter-notices.ts'
import { dossierProjection } from './server/projection.ts'
import { verifyFile } from './server/verify-file.ts'

export interface CertificatesModule extends ServerModule {
  readonly notices: NoticeSource<Tx>
  /** For exchanges: the facts of certificates. */
  readonly credentials: CredentialsDoor<Tx>
  /** The body that answers for certificates in a country programme. */
  readonly authorityOf: (tenant: string) => string
  /** The verdict on the text of a file (a code, or JSON with `code`) by this installation's own lists, as of now. No network. */
  /** The keys that sign certificates, for whoever stands at the server's own terminal. */
  readonly keyDesk: (parts: { readonly log: Log; readonly tenant: string; readonly random: () => Uint8Array }) => KeyDesk
  readonly verifyOwn: (contents: string, at: { readonly tx: Tx; readonly tenant: string; readonly now: string }) => Promise<Verification>
}

export function createCertificatesModule(doors: CertificateDoors): CertificatesModule {
  return {
    name: 'certificates',
    credentials: credentialsDoor,
    notices: {
      name: 'certificates',
      waiting: async (tx, reader, now) => [
        ...(await certificateNotices(doors.registers ?? {}).waiting(tx, reader, now)),
        ...(await exporterNotices(tx, reader, now)),
        ...(await redeliveryNotices(tx, reader, now)),
        ...(await departureNotices(tx, reader, now)),
      ],
    },
    authorityOf: (tenant) => issuerOf(tenant).name,
    routes: [...certificateRoutes(doors), ...certificatePages(doors), ...credentialRoutes(doors)],
    projections: [dossierProjection, issuingProjection],
    aggregates: [dossierAggregate, blockAggregate, keyAggregate],
    keyDesk: (parts) => keyDesk({ ...parts, keys: doors.keys }),
    verifyOwn: async (contents, { tx, tenant, now }) => {
      if (isCredentialText(contents)) return verifyOwnCredential(tx, { ...doors, tenant, now }, contents)
      const asked = { tenant, now, keys: doors.keys }
      const document = await trustListOf(tx, asked)
      const revocations = [await revocationListOf(tx, asked, revocationListUrl(doors.baseUrl))]
      const rootKey = toHex(doors.keys.signer('trust').publicKey)
      const registers = [await issueRegisterOf(tx, asked)]
      return verifyFile(contents, { trust: [{ document, rootKey }], revocations, registers }, todayAt(now))
    },
  }
}
