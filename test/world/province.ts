/*
The whole small province, from two years ago until today, in the order in which it happened: a green site with a certified lot, a
green that lapsed and holds bags, a yellow, a red, a blue, a green where armed men were seen, and places where nobody has been.
*/
import { caseScenes } from './case-world.ts'
import { bringDirectory, listOwnServices, openHouses, verifyService } from './case-directory-scenes.ts'
import { certify, combine, deliverTags, openDossier, recommend, sellToExporter, weighBag } from './chain-scenes.ts'
import type { Bag } from './chain-scenes.ts'
import { addDays } from '../../src/kernel/calendar.ts'
import { listOf, looseRecord, mustParse, text } from '../../src/kernel/schema.ts'
import { trainingScenes } from './training-scenes.ts'
import { stranger, subjectOf, type Answer } from './client.ts'
import { hearOfLots } from './epcis-scenes.ts'
import { losePhoneFromSight, losePhoneToThieves, meetAtTheDesk, sendByCollect, sendFromTheField } from './field-scenes.ts'
import { sites } from './lukanda.ts'
import { exporterScenes } from './exporter-scenes.ts'
import { emergencyScenes } from './emergency-scenes.ts'
import { rulesScenes } from './rules-scenes.ts'
import { drawPapers, fileMonth, issueCards, openRegisterOfOperators, registerArtisans, useAgain } from './operator-scenes.ts'
import { buyAtTheCentre, cleanAndSplit, sendByLorry, weighForThePlant } from './processing-scenes.ts'
import { agreeOnFence, doubtTags, nameTheDivision, seeChildren, settleRoadblock, tellOutcome } from './incident-scenes.ts'
import { declareFigures, reviewFinding, scanEverything } from './plausibility-scenes.ts'
import { draftYearlyReport, releaseStatement } from './report-scenes.ts'
import { agreeOnSharing, releasePlaces } from './release-scenes.ts'
import { readSources } from './conflict-scenes.ts'
import { actorScenes } from './actor-scenes.ts'
import { mapTheRoad } from './road-scenes.ts'
import { type MappedSheets, mapFirstRound, mapSecondRound } from './map-sheet-scenes.ts'
import { workshopScenes } from './workshop-scenes.ts'
import { bringSheet } from './sheet-scenes.ts'
import { signalFromHotline, signalFromPit, signalsOfQuarter } from './signal-scenes.ts'
import { buyGold, meltGold, prepareGold, reopenSachet } from './gold-scenes.ts'
import { describeSite, disagreePlaces, mergeTwice } from './register-scenes.ts'
import { askForBlue, goOnMission, registerSite, visitSite } from './site-scenes.ts'
import { bringPaper, speakAgain, speakUp } from './voice-scenes.ts'
import { committeeScenes } from './committee-year.ts'
import { type Talk, agreeOnRoadmap, checkTalk, countDisarmed, talkOfWater } from './peace-scenes.ts'
import { armedEntry, falseRumour, mineCollapse, peopleTaken, taxWithoutAnswer } from './warning-scenes.ts'
import { projectScenes } from './project-scenes.ts'
import { draftOrder, signOrder } from './order-scenes.ts'
import { type Setting, type Stage, PLAYED_UNTIL, openStage } from './stage.ts'
import { deskScenes } from './desk-scenes.ts'
import { mobilityScenes } from './mobility-scenes.ts'
import { treeScenes } from './tree-scenes.ts'
import { answerRequest, askAround, countBox, handOut, measureSite, setUpBox } from './tag-scenes.ts'

export interface Province {
  /** Who is who; the stage itself is struck when the play is over. */
  readonly stage: Pick<Stage, 'today' | 'account' | 'organisation'>
  /** Site ids by the keys of `lukanda.ts`. */
  readonly sites: { readonly [key: string]: string }
  readonly certifiedLot: string
  readonly heldLot: string
  readonly certificateNumber: string
}

interface Scene {
  /** Days from today. */
  readonly on: number
  readonly play: (day: string) => Promise<void>
}

const FOUNDED = 780

/** Plays everything; about 200 commands. Throws at the first that is not taken. */
export async function buildWorld(setting: Setting, report: (done: number, total: number) => void = () => undefined): Promise<Province> {
  const stage = await openStage(setting, FOUNDED)
  const at: Record<string, string> = {}
  for (const [index, site] of sites.entries()) at[site.key] = await registerSite(stage, site, index + 1)
  const kept = { certifiedLot: '', heldLot: '', certificateNumber: '' }
  const bags: { mweupe: Bag[]; saba: Bag[] } = { mweupe: [], saba: [] }
  const scenes = [
    ...pastScenes(stage, at),
    ...bagScenes(stage, at, bags),
    ...plantScenes(stage, at),
    ...goldScenes(stage, at),
    ...exportScenes(stage, bags, kept),
    ...presentScenes(stage, at),
    ...incidentScenes(stage, at, bags),
    ...exporterScenes(stage),
    ...warningScenes(stage, at),
    ...committeeScenes(stage),
    ...trainingScenes(stage),
    ...caseScenes(stage),
    ...emergencyScenes(stage),
    ...rulesScenes(stage),
    ...workshopScenes(stage, at),
    ...treeScenes(stage, at),
    ...actorScenes(stage),
    { on: -4, play: (day: string) => mapTheRoad(stage, { site: id(at, 'mweupe'), day }) },
    ...conflictScenes(stage, at),
    ...projectScenes(stage, () => id(at, 'colline')),
    ...mobilityScenes(stage, () => id(at, 'mweupe')),
    ...deskScenes(stage),
  ].toSorted((a, b) => a.on - b.on)
  for (const [index, scene] of scenes.entries()) {
    await scene.play(stage.onDay(scene.on))
    report(index + 1, scenes.length)
  }
  stage.setClock(`${stage.today}${PLAYED_UNTIL}`)
  // Somebody looks at the public ledger: its first head is signed.
  await stranger(stage.app).get('/ledger/checkpoint')
  await stage.app.close()
  return { stage, sites: at, ...kept }
}

type At = { readonly [key: string]: string }
const id = (at: At, key: string): string => at[key] ?? ''

function pastScenes(stage: Stage, at: At): readonly Scene[] {
  return [
    { on: -770, play: (day) => visitSite(stage, { site: id(at, 'pango'), day, seen: { workers: 40 } }) },
    { on: -768, play: (day) => visitSite(stage, { site: id(at, 'jiwe'), day, seen: {} }) },
    {
      on: -430,
      play: async (day) => void (await goOnMission(stage, { day, visited: [{ site: id(at, 'saba') }, { site: id(at, 'ziwa') }] })),
    },
    {
      on: -406,
      play: (day) =>
        signOrder(stage, {
          number: '0231/2025',
          day,
          annex: [
            { site: id(at, 'saba'), colour: 'green' },
            { site: id(at, 'ziwa'), colour: 'green' },
          ],
        }),
    },
    {
      on: -375,
      play: async (day) =>
        void (await goOnMission(stage, {
          day,
          visited: [
            { site: id(at, 'mweupe'), dissent: { criterion: 'Y2', reason: 'Le cahier de la page 14 manquait le jour de la visite.' } },
          ],
        })),
    },
    {
      on: -356,
      play: (day) => signOrder(stage, { number: '0260/2025', day, annex: [{ site: id(at, 'mweupe'), colour: 'green' }], scanned: true }),
    },
    {
      on: -300,
      play: (day) =>
        signOrder(stage, {
          number: '0019/2026',
          kind: 'red_listing',
          day,
          months: 12,
          annex: [{ site: id(at, 'kiwanja'), colour: 'red' }],
        }),
    },
    { on: -240, play: (day) => askForBlue(stage, { site: id(at, 'colline'), day }) },
    {
      on: -200,
      play: (day) =>
        visitSite(stage, {
          site: id(at, 'ziwa'),
          day,
          seen: { workers: 130, armed: { actor: 'Groupe armé local (fictif)', taxation: true } },
        }),
    },
    { on: -182, play: async (day) => void (await goOnMission(stage, { day, visited: [{ site: id(at, 'nyota'), violated: ['Y2'] }] })) },
    { on: -168, play: (day) => signOrder(stage, { number: '0088/2026', day, annex: [{ site: id(at, 'nyota'), colour: 'yellow' }] }) },
    {
      on: -120,
      play: (day) =>
        visitSite(stage, { site: id(at, 'kiwanja'), day, seen: { armed: { actor: 'Groupe armé local (fictif)', taxation: true } } }),
    },
  ]
}

function bagScenes(stage: Stage, at: At, bags: { mweupe: Bag[]; saba: Bag[] }): readonly Scene[] {
  const weigh = (on: number, key: 'mweupe' | 'saba', tag: string, massGrams: number): Scene => ({
    on,
    play: async (day) =>
      void bags[key].push(await weighBag(stage, { site: id(at, key), tag, mineral: key === 'mweupe' ? 'Sn' : 'Ta', massGrams, day })),
  })
  return [
    { on: -90, play: async (day) => void (await deliverTags(stage, { site: id(at, 'mweupe'), series: 'LK-', from: 1, to: 400, day })) },
    { on: -88, play: async (day) => void (await deliverTags(stage, { site: id(at, 'saba'), series: 'LE-', from: 1, to: 200, day })) },
    { on: -14, play: (day) => bringSheet(stage, { site: id(at, 'mweupe'), day }) },
    ...[48_250, 50_100, 47_900, 49_300, 46_800, 50_000].map((massGrams, index) =>
      weigh(-60 + index, 'mweupe', `LK-00000${index + 1}`, massGrams),
    ),
    ...[31_400, 29_950, 30_600].map((massGrams, index) => weigh(-50 + index, 'saba', `LE-00000${index + 1}`, massGrams)),
    // After the green of this site lapsed: the bags are kept, and held.
    ...[30_200, 30_900].map((massGrams, index) => weigh(-20 + index, 'saba', `LE-00000${index + 4}`, massGrams)),
  ]
}

function goldScenes(stage: Stage, at: At): readonly Scene[] {
  let sachets: readonly string[] = []
  return [
    { on: -27, play: (day) => prepareGold(stage, day) },
    { on: -25, play: async (day) => void (sachets = await buyGold(stage, { site: id(at, 'nyota'), day })) },
    { on: -23, play: (day) => reopenSachet(stage, sachets[1] ?? '', day) },
    { on: -21, play: (day) => meltGold(stage, sachets, day) },
  ]
}

function exportScenes(
  stage: Stage,
  bags: { mweupe: Bag[]; saba: Bag[] },
  kept: { certifiedLot: string; heldLot: string; certificateNumber: string },
): readonly Scene[] {
  const ship = async (
    day: string,
    {
      number,
      from,
      element,
      value,
      grade,
    }: { number: string; from: readonly Bag[]; element: 'Sn' | 'Ta2O5'; value: number; grade: string },
  ): Promise<{ lot: string; dossier: string }> => {
    const trader = subjectOf(await combine(stage, { who: 'trader', number: `N-${number}`, kind: 'trader-lot', inputs: from, day }))
    const massGrams = from.reduce((sum, bag) => sum + bag.massGrams, 0)
    // A paper is good for one trip.
    const paper = number === '2026-0001' ? 'AT-0113/LK' : 'AT-0114/LK'
    await sellToExporter(stage, { lot: trader, sentGrams: massGrams, receivedGrams: massGrams - 350, day, paper })
    const lot = subjectOf(
      await combine(stage, {
        who: 'exporter',
        number: `EXP-${number}`,
        kind: 'export-lot',
        inputs: [{ lot: trader, massGrams: massGrams - 350 }],
        day,
      }),
    )
    subjectOf(
      await stage.as('exporter').post(`/api/lots/${lot}/assays`, {
        lab: 'Laboratoire de Lukanda',
        method: 'xrf',
        element,
        value,
        unit: 'percent',
        uncertainty: 0.4,
        assayedOn: day,
      }),
    )
    return { lot, dossier: await openDossier(stage, { lot, day, grade, element, value }) }
  }
  return [
    {
      on: -15,
      play: async (day) => {
        const { lot, dossier } = await ship(day, { number: '2026-0001', from: bags.mweupe, element: 'Sn', value: 66.4, grade: '66,4 % Sn' })
        kept.certifiedLot = lot
        subjectOf(await recommend(stage, dossier))
        subjectOf(await certify(stage, dossier, { expiresOn: expiry(stage, 60) }))
        kept.certificateNumber = newestCertificate(await stage.as('validator').get('/api/certificates'))
      },
    },
    {
      on: -6,
      play: async (day) => {
        const { lot } = await ship(day, {
          number: '2026-0002',
          from: bags.saba.slice(0, 3),
          element: 'Ta2O5',
          value: 31.2,
          grade: '31,2 % Ta2O5',
        })
        kept.heldLot = lot
      },
    },
    { on: -2, play: (day) => releaseStatement(stage, { certificate: kept.certificateNumber, day }) },
    { on: -45, play: (day) => agreeOnSharing(stage, day) },
    { on: -20, play: (day) => releasePlaces(stage, addDays(day, -190)) },
    { on: -44, play: (day) => readSources(stage, day) },
    { on: -1, play: (day) => draftYearlyReport(stage, day) },
    { on: -5, play: () => hearOfLots(stage, { number: 'EXP-2026-0002', element: 'Ta2O5', percent: 31.2 }) },
  ]
}

/** From the bags to the plant: bought, sent, cleaned, split, packed. */
function plantScenes(stage: Stage, at: At): readonly Scene[] {
  const bags: Bag[] = []
  const [third, corrected] = [3, 47_650]
  return [
    { on: -28, play: async (day) => void bags.push(...(await weighForThePlant(stage, id(at, 'mweupe'), day))) },
    { on: -25, play: (day) => buyAtTheCentre(stage, bags, day) },
    { on: -24, play: async (day) => void (bags[third] && (await sendByLorry(stage, bags[third], day))) },
    {
      on: -18,
      play: (day) => {
        const arrived = bags.slice(0, third + 1).map(({ lot, massGrams }, index) => ({
          lot,
          massGrams: index === 0 ? corrected : index === third ? massGrams - 300 : massGrams,
        }))
        return cleanAndSplit(stage, arrived, day)
      },
    },
  ]
}

function conflictScenes(stage: Stage, at: At): readonly Scene[] {
  const under: { sheets: MappedSheets } = { sheets: { mweupe: '', saba: '', bwawa: '' } }
  return [
    { on: -400, play: async (day) => void (under.sheets = await mapFirstRound(stage, at, day)) },
    { on: -20, play: (day) => mapSecondRound(stage, at, { asOf: day, sheets: under.sheets }) },
  ]
}

function presentScenes(stage: Stage, at: At): readonly Scene[] {
  const under = { inspection: '', paper: '' }
  return [
    { on: -21, play: () => speakUp(stage, id(at, 'ziwa')) },
    { on: -5, play: () => speakAgain(stage) },
    { on: -2, play: (day) => bringPaper(stage, day) },
    { on: -3, play: (day) => declareFigures(stage, { site: id(at, 'mweupe'), day }) },
    { on: -1, play: () => scanEverything(stage) },
    { on: -1, play: () => reviewFinding(stage) },
    { on: -700, play: (day) => openRegisterOfOperators(stage, day) },
    { on: -90, play: (day) => issueCards(stage, day) },
    { on: -30, play: (day) => registerArtisans(stage, day) },
    { on: -28, play: async (day) => void (under.paper = await drawPapers(stage, day)) },
    { on: -6, play: (day) => useAgain(stage, { paper: under.paper, day }) },
    { on: -3, play: (day) => fileMonth(stage, day) },
    { on: -340, play: (day) => describeSite(stage, { site: id(at, 'mweupe'), day }) },
    { on: -330, play: (day) => mergeTwice(stage, { site: id(at, 'mweupe'), day }) },
    { on: -320, play: () => disagreePlaces(stage, { open: id(at, 'pango'), settled: id(at, 'bwawa') }) },
    { on: -12, play: async (day) => void (await goOnMission(stage, { day, until: 'submitted', visited: [{ site: id(at, 'mawe') }] })) },
    { on: -5, play: (day) => draftOrder(stage, { site: id(at, 'mawe'), day }) },
    {
      on: -2,
      play: async (day) => {
        const [inspection = ''] = await goOnMission(stage, { day, until: 'in-field', visited: [{ site: id(at, 'bwawa') }] })
        under.inspection = inspection
      },
    },
    { on: -10, play: (day) => losePhoneFromSight(stage, day) },
    { on: -4, play: (day) => losePhoneToThieves(stage, day) },
    { on: -1, play: async (day) => void (await sendFromTheField(stage, { ...under, day })) },
    { on: -1, play: (day) => sendByCollect(stage, day) },
    { on: -75, play: async (day) => void (await measureSite(stage, { site: id(at, 'mweupe'), day })) },
    { on: -74, play: async () => void (await setUpBox(stage, { site: id(at, 'mweupe') })) },
    { on: -40, play: async (day) => void (await answerRequest(stage, { site: id(at, 'mweupe'), day })) },
    { on: -9, play: async () => void (await askAround(stage, { site: id(at, 'mweupe'), lapsed: id(at, 'saba') })) },
    { on: -8, play: (day) => countBox(stage, { site: id(at, 'mweupe'), day }) },
    { on: -1, play: (day) => handOut(stage, { site: id(at, 'mweupe'), day }) },
    { on: -1, play: (day) => meetAtTheDesk(stage, { ...under, day }) },
  ]
}

function incidentScenes(stage: Stage, at: At, bags: { readonly saba: readonly Bag[] }): readonly Scene[] {
  const under = { roadblock: '' }
  return [
    { on: -150, play: async (day) => void (under.roadblock = await settleRoadblock(stage, day)) },
    { on: -55, play: () => tellOutcome(stage, under.roadblock) },
    { on: -210, play: (day) => signalsOfQuarter(stage, { site: id(at, 'ziwa'), day }) },
    { on: -170, play: (day) => signalFromPit(stage, { site: id(at, 'bwawa'), day }) },
    { on: -9, play: (day) => signalFromHotline(stage, day) },
    { on: -21, play: (day) => listOwnServices(stage, day) },
    { on: -20, play: (day) => bringDirectory(stage, day) },
    { on: -19, play: async (day) => void (await openHouses(stage, day)) },
    { on: -3, play: async () => void (await verifyService(stage, 'Accueil de l’Est')) },
    { on: -28, play: (day) => agreeOnFence(stage, { site: id(at, 'bwawa'), day }) },
    { on: -16, play: () => nameTheDivision(stage, id(at, 'mawe')) },
    { on: -11, play: () => doubtTags(stage, { site: id(at, 'saba'), lot: bags.saba[0]?.lot ?? '' }) },
    { on: -2, play: () => seeChildren(stage, id(at, 'colline')) },
  ]
}

function warningScenes(stage: Stage, at: At): readonly Scene[] {
  let talk: Talk = { dialogue: '', tax: '', water: '' }
  return [
    { on: -110, play: (day) => agreeOnRoadmap(stage, { day, sites: [id(at, 'saba'), id(at, 'pango')] }) },
    { on: -70, play: async (day) => void (talk = await talkOfWater(stage, day)) },
    { on: -30, play: (day) => checkTalk(stage, { talk, day }) },
    { on: -8, play: (day) => countDisarmed(stage, day) },
    { on: -12, play: (day) => mineCollapse(stage, { site: id(at, 'bwawa'), day }) },
    { on: -6, play: () => falseRumour(stage) },
    { on: -3, play: () => taxWithoutAnswer(stage, id(at, 'kiwanja')) },
    { on: -2, play: () => peopleTaken(stage) },
    { on: 0, play: (day) => armedEntry(stage, { site: id(at, 'saba'), day }) },
  ]
}

const Certificates = looseRecord({ certificates: listOf(looseRecord({ number: text() })) })
const newestCertificate = (answer: Answer): string => mustParse(Certificates, answer.body).certificates[0]?.number ?? ''
const expiry = (stage: Stage, days: number): string => addDays(stage.today, days)
