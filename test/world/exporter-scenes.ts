/*
Scenes of exporters: one with suppliers, owners and an audit that ended green, one on probation whose clock runs. All invented. Names of
persons who own stand in one answer only.
*/
import { addDays } from '../../src/kernel/calendar.ts'
import { subjectOf } from './client.ts'
import { sendPaper } from './papers.ts'
import type { Stage } from './stage.ts'

/** For gates: names that may stand on the page of owners alone. */
export const ownerNames: readonly string[] = ['Thérèse Nyamulagira', 'Okito Walelu']

/** What the exporter says of itself: minerals, depots, suppliers, owners, a screening, a report. */
export async function describeExporter(stage: Stage, day: string): Promise<void> {
  const exporter = stage.organisation('exporter')
  const say = async (path: string, data: object): Promise<void> =>
    void subjectOf(await stage.as('exporter').post(`/api/exporters/${exporter}/${path}`, data))
  await say('descriptions', {
    minerals: ['Sn', 'Ta'],
    depots: [{ name: 'Dépôt central', locality: 'Lukanda, quartier industriel' }],
  })
  await say('suppliers', { supplier: stage.organisation('trader'), from: addDays(day, -400) })
  await say('owners', {
    role: 'owner',
    holder: { kind: 'person' },
    shareHundredths: 6_000,
    from: addDays(day, -600),
    person: { name: ownerNames[0], nationality: 'CD' },
  })
  await say('owners', {
    role: 'owner',
    holder: { kind: 'body', name: 'Lukanda Participations SA', country: 'CD', registration: 'CD/LK/RCCM/17-B-00011' },
    shareHundredths: 4_000,
    from: addDays(day, -600),
  })
  await say('owners', {
    role: 'beneficial-owner',
    holder: { kind: 'person' },
    shareHundredths: 2_550,
    from: addDays(day, -600),
    person: { name: ownerNames[1] },
  })
  await say('sanctions-screenings', { on: addDays(day, -3), lists: 'ONU, UE, OFAC', result: 'clear' })
  await say('due-diligence-reports', {
    year: Number(day.slice(0, 4)) - 1,
    title: 'Rapport annuel sur le devoir de diligence',
    address: 'https://nyota.example/diligence',
  })
}

interface Told {
  readonly flag: 'green' | 'yellow' | 'red'
  readonly exporter: string
  readonly day: string
}
/** An audit from its scope to what the committee decided; its identifier. */
export async function auditExporter(stage: Stage, { flag, exporter, day }: Told): Promise<string> {
  const auditor = stage.as('auditor')
  const audit = subjectOf(
    await auditor.post('/api/audits', {
      exporter,
      accreditation: 'ICGLR-TPA-07',
      accreditedUntil: addDays(day, 500),
      periodFrom: addDays(day, -400),
      periodUntil: addDays(day, -35),
      scope: {
        about: 'Du point d’exportation jusqu’aux sites, négociants et routes compris.',
        suppliers: [stage.organisation('trader')],
        sites: ['Mto Mweupe 2'],
        routes: ['Lukanda – Kiwanja'],
      },
    }),
  )
  const grade = flag === 'green' ? 'minor' : 'major'
  subjectOf(
    await auditor.post(`/api/audits/${audit}/findings`, {
      grade,
      text: 'Le registre des pesées d’entrée n’est pas signé chaque jour.',
      about: 'Dépôt central',
    }),
  )
  subjectOf(await auditor.post(`/api/audits/${audit}/proposals`, { flag, reason: 'Constats de l’équipe d’audit.' }))
  subjectOf(
    await auditor.post(`/api/audits/${audit}/reports`, {
      address: 'https://audit.example/rapport',
      summary: 'Le système de gestion existe ; les constats portent sur le dépôt.',
    }),
  )
  subjectOf(
    await stage.as('planner').post(`/api/audits/${audit}/decisions`, {
      flag,
      reason: 'Le comité suit l’auditeur.',
      committee: 'États membres, industrie, société civile',
    }),
  )
  return audit
}

/** A provincial office and the exporter say what they hold of places; the chain is screened; each flag gets its case. */
export async function screenChain(stage: Stage): Promise<void> {
  subjectOf(
    await stage.as('planner').post('/api/risk-declarations', {
      place: { kind: 'area', code: 'XL1', name: 'Lukanda (fictive)' },
      source: 'Note de service du ministère, étude de terrain de l’année',
      why: 'Présence signalée de groupes armés sur deux axes ; à réexaminer chaque trimestre.',
    }),
  )
  subjectOf(
    await stage.as('exporter').post('/api/risk-declarations', {
      place: { kind: 'route', route: 'Lukanda – Kiwanja', countries: ['CD'] },
      source: 'Plan de transport de l’exportateur',
      why: 'Seul axe utilisé pour la cassitérite.',
    }),
  )
  await stage.as('exporter').post('/api/risk-screenings', { exporter: stage.organisation('exporter') })
}

/** One risk under a plan whose clock runs and that was measured once; one that stops at once. */
export async function assessRisks(stage: Stage, day: string): Promise<{ readonly planned: string; readonly stopped: string }> {
  const exporter = stage.as('exporter')
  const planned = subjectOf(
    await exporter.post('/api/risks', {
      subject: { kind: 'organisation', organisation: stage.organisation('trader') },
      code: 'A3',
      grade: 'established',
      why: 'Taxe perçue par des militaires à une barrière sur la route du négociant.',
      source: { kind: 'hand' },
    }),
  )
  subjectOf(
    await exporter.post(`/api/risks/${planned}/plans`, {
      measures: 'Plaidoyer auprès du commandement, affichage des taxes légales, passage accompagné.',
      partners: ['Comité local de suivi de Lukanda', 'Société civile de Lukanda'],
      indicators: [
        { name: 'Barrières illégales sur l’axe', unit: 'barrières', baseline: 3, target: 0 },
        { name: 'Transports avec reçus officiels', unit: '%', baseline: 40, target: 95 },
      ],
    }),
  )
  subjectOf(await exporter.post(`/api/risks/${planned}/plan-adoptions`, { on: day }))
  subjectOf(
    await exporter.post(`/api/risks/${planned}/plan-readings`, {
      ...{
        indicator: 0,
        value: 2,
        on: day,
        grade: 'established',
        evidence: 'Comptage des barrières par le comité local, aller et retour.',
        file: await sendPaper(stage, 'exporter'),
      },
    }),
  )
  const stopped = subjectOf(
    await stage.as('scheme').post('/api/risks', {
      subject: { kind: 'route', route: 'Kiwanja – lac (piste nord)' },
      code: 'A2',
      grade: 'reasonable',
      why: 'Un groupe armé contrôle la piste et taxe chaque sac, selon deux sources indépendantes.',
      source: { kind: 'hand' },
    }),
  )
  return { planned, stopped }
}

/** In the order in which it happened: a green, a yellow whose clock runs, a screening, risks. */
export const exporterScenes = (stage: Stage): readonly { readonly on: number; readonly play: (day: string) => Promise<void> }[] => [
  { on: -85, play: (day) => describeExporter(stage, day) },
  {
    on: -84,
    play: async (day) => void (await auditExporter(stage, { flag: 'green', exporter: stage.organisation('exporter'), day })),
  },
  {
    on: -62,
    play: async (day) => void (await auditExporter(stage, { flag: 'yellow', exporter: stage.organisation('otherExporter'), day })),
  },
  { on: -21, play: () => screenChain(stage) },
  { on: -20, play: async (day) => void (await assessRisks(stage, day)) },
]
