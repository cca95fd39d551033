/*
The routes of dossiers and certificates. Each write is a new thing beside the dossier (a fact, a recommendation, an issue), never
a change of it. A dossier gets the id of the command that opened it, so the sender knows it before the server answers.
*/
import { type Outcome, refused } from '../../../kernel/outcome.ts'
import { type Infer, mustParse } from '../../../kernel/schema.ts'
import { writeRoute } from '../../../platform/http/build-route.ts'
import { type Door, type Route, can } from '../../../platform/http/route.ts'
import type { Who } from '../../../platform/http/who.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Aggregate } from '../../../platform/log/aggregate.ts'
import type { CommandEnvelope, Receipt } from '../../../platform/log/receipt.ts'
import * as words from '../contract.ts'
import { dossierDecider } from '../domain/dossier.ts'
import { type DossierEvent, dossierKinds } from '../domain/dossier-events.ts'
import type { DossierCommand, DossierContext, DossierStanding } from '../domain/dossier-state.ts'
import { type CertificateDoors, dossierFacts } from './facts.ts'
import { courseRoutes } from './dossier/http-course.ts'
import { isScanMissing, paperFileRoute } from './dossier/http-paper-files.ts'
import { queueRoutes } from './dossier/http-queue.ts'
import { certificateReads, dossierParams, numberParams } from './http-reads.ts'
import { UseCertificate } from '../contract-issuing.ts'
import { blockRoutes } from './issuing/http-blocks.ts'
import { keyRoutes } from './issuing/http-keys.ts'
import { redeliveryRoute } from './issuing/redeliveries.ts'
import { touchedRoute } from './issuing/touched.ts'
import { useReads } from './issuing/http-uses.ts'
import { listPapersElsewhere } from './dossier/store-papers-elsewhere.ts'
import { findCertificate } from './store-certificates.ts'

export const dossierAggregate: Aggregate<DossierStanding, DossierCommand, DossierEvent, DossierContext> = {
  name: 'dossier',
  decider: dossierDecider,
  kinds: dossierKinds,
}

export const certificateRoutes = (doors: CertificateDoors): readonly Route[] => [
  ...certificateReads(doors),
  openRoute(doors),
  ...besideDossier(doors),
  ...courseRoutes((asked, command) => executeDossier(doors, asked, command)),
  ...queueRoutes(),
  paperFileRoute(doors),
  touchedRoute(doors.registers ?? {}),
  redeliveryRoute(),
  revocationRoute(doors),
  useRoute(doors),
  ...useReads(),
  ...blockRoutes(doors),
  ...keyRoutes(doors),
]

const certifies = ({ capabilities }: Who): boolean => capabilities.has('certificates.verify') || capabilities.has('certificates.validate')

interface Asked {
  readonly door: Door
  readonly who: Who
  readonly tenant: string
  readonly envelope: CommandEnvelope
  readonly dossier: string
}
function executeDossier(
  doors: CertificateDoors,
  { door, who, tenant, envelope, dossier }: Asked,
  command: DossierCommand,
): Promise<Outcome<Receipt>> {
  return door.execute({
    aggregate: dossierAggregate,
    subject: dossier,
    command,
    envelope,
    who,
    context: async (tx, state, moment) => ({
      ...(await dossierFacts(doors, { tx, tenant, moment, dossier, state, command, certifies: certifies(who) })),
      elsewhere: await listPapersElsewhere(tx, tenant, dossier),
      scanIsMissing: await isScanMissing(tx, doors, { tenant, command }),
      keyIsStolen: command.kind === 'record-use' && (await isKeyStolen(tx, tenant, state)),
    }),
  })
}

async function isKeyStolen(tx: Tx, tenant: string, state: DossierStanding): Promise<boolean> {
  if (state.state === 'none' || state.certificate === null) return false
  return ((await findCertificate(tx, tenant, state.certificate.number))?.keyStolenOn ?? null) !== null
}

const openRoute = (doors: CertificateDoors): Route =>
  writeRoute({
    path: '/api/dossiers',
    allow: can('certificates.prepare'),
    summary: 'The exporter opens the dossier of an export lot',
    body: words.OpenDossier,
    write: ({ data, ...asked }) => executeDossier(doors, { ...asked, dossier: asked.envelope.id }, { kind: 'open-dossier', data }),
  })

const revocationRoute = (doors: CertificateDoors): Route =>
  writeRoute({
    path: '/api/certificates/:number/revocation',
    allow: can('certificates.revoke'),
    summary: 'Revokes a certificate from a day on, with a reason',
    params: numberParams,
    body: words.RevokeCertificate,
    write: async ({ data, params, ...asked }) => {
      const row = await asked.door.read((tx) => findCertificate(tx, asked.tenant, params.number))
      if (row === null) return refused('unknown-certificate')
      return executeDossier(doors, { ...asked, dossier: row.dossier }, { kind: 'revoke-certificate', data })
    },
  })

const useRoute = (doors: CertificateDoors): Route =>
  writeRoute({
    path: '/api/certificates/:number/uses',
    allow: can('certificates.use'),
    summary: 'Records where and when goods left with a certificate; always kept',
    params: numberParams,
    body: UseCertificate,
    write: async ({ data, params, ...asked }) => {
      const row = await asked.door.read((tx) => findCertificate(tx, asked.tenant, params.number))
      if (row === null) return refused('unknown-certificate')
      return executeDossier(doors, { ...asked, dossier: row.dossier }, { kind: 'record-use', data })
    },
  })

interface Beside<Body extends Parameters<typeof writeRoute>[0]['body']> {
  readonly thing: string
  readonly needs: string
  readonly summary: string
  readonly body: Body
  readonly command: (data: Infer<Body>) => DossierCommand
}

function besideDossier(doors: CertificateDoors): readonly Route[] {
  const route = <Body extends Parameters<typeof writeRoute>[0]['body']>({ thing, needs, summary, body, command }: Beside<Body>): Route =>
    writeRoute({
      path: `/api/dossiers/:dossier/${thing}`,
      allow: can(needs),
      summary,
      params: dossierParams,
      body,
      write: ({ data, params, ...asked }) =>
        executeDossier(doors, { ...asked, dossier: mustParse(dossierParams, params).dossier }, command(data)),
    })
  return [
    route({
      thing: 'facts',
      needs: 'certificates.prepare',
      summary: 'Attaches a paper: receipt, transport, assay, approval; always kept',
      body: words.AttachedFact,
      command: (data) => ({ kind: 'attach-fact', data }),
    }),
    route({
      thing: 'revisions',
      needs: 'certificates.prepare',
      summary: 'Changes what was declared, with a reason; a recommendation falls',
      body: words.ReviseDossier,
      command: (data) => ({ kind: 'revise-dossier', data }),
    }),
    route({
      thing: 'verification',
      needs: 'certificates.verify',
      summary: 'The verifier recommends the certificate and names each check that nobody could make',
      body: words.RecommendDossier,
      command: (data) => ({ kind: 'recommend-dossier', data }),
    }),
    route({
      thing: 'validation',
      needs: 'certificates.validate',
      summary: 'The validator, another person, issues the certificate',
      body: words.CertifyDossier,
      command: (data) => ({ kind: 'certify-dossier', data }),
    }),
    route({
      thing: 'refusal',
      needs: 'certificates.validate',
      summary: 'The validator refuses the certificate, with a reason and the checks',
      body: words.RefuseDossier,
      command: (data) => ({ kind: 'refuse-dossier', data }),
    }),
  ]
}
