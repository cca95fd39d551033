/*
Campaigns as answers say them: three kinds of reach beside each other, each with what it is. Persons who were counted pass the rule of the least cell; so do people who were
asked, and reports of voices around the days of a campaign, which are a sign and never a proof.
*/
import { addDays } from '../../../../kernel/calendar.ts'
import { foldEvents } from '../../../../kernel/decider.ts'
import { type CellRule, shownCount } from '../../../../kernel/disclosure/disclosure-rules.ts'
import { safeList } from '../../../../kernel/disclosure/safe-table.ts'
import { asId, mustParse } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Who } from '../../../../platform/http/who.ts'
import type { DocumentsDoor, KeptDocument } from '../../../documents/contract.ts'
import type { PlacesDoor } from '../../../places/contract.ts'
import { AgeBand, Sex } from '../../contract.ts'
import {
  CampaignCheck,
  type CampaignLine,
  type CampaignShown,
  type Campaigns,
  type DigitalReach,
  type DirectReach,
  type EstimatedReach,
  type ReachShown,
} from '../../contract-campaigns.ts'
import type { SafeCount } from '../../contract-training.ts'
import { CampaignActs, type Campaign, campaignDecider } from '../../domain/campaigns/campaign.ts'
import { countedPersons, personsBy } from '../../domain/campaigns/reach.ts'
import { isTight } from '../../domain/told.ts'
import { provinceNames, ruleFor, safe } from '../training/read-training.ts'
import { type CampaignRow, listCampaigns } from './store-campaigns.ts'

export const VOICE_DAYS = 14
/** How many reports came in between two days, both included; `null`: nobody keeps any. */
export type CountVoices = (tx: Tx, tenant: string, days: { readonly from: string; readonly until: string }) => Promise<number | null>
export interface CampaignDoors {
  readonly places: PlacesDoor<Tx>
  readonly countVoices: CountVoices
  readonly documents: Pick<DocumentsDoor<Tx>, 'kept' | 'content'>
}
interface Reader {
  readonly tenant: string
  readonly who: Who
  readonly today: string
}
const writes = ({ capabilities }: Who): boolean => capabilities.has('outreach.campaign')
const folded = (row: CampaignRow): Campaign | null => foldEvents(campaignDecider, mustParse(CampaignActs, row.acts))

const lineOf = (id: string, { plan, state }: Campaign, nameOf: (code: string) => string): CampaignLine => ({
  ...{ id: asId('campaign', id), title: plan.title, theme: plan.theme, from: plan.from, until: plan.until, state, channels: plan.channels },
  provinces: [...new Set(plan.places.map(({ province }) => nameOf(province)))],
})

export async function readCampaigns(tx: Tx, doors: CampaignDoors, { tenant, who }: Reader): Promise<Campaigns> {
  const nameOf = await provinceNames(tx, doors, tenant)
  const rows = await listCampaigns(tx, tenant)
  const campaigns = rows.flatMap((row) => {
    const campaign = folded(row)
    return campaign === null ? [] : [lineOf(row.id, campaign, nameOf)]
  })
  return { campaigns, writes: writes(who) }
}

export async function readCampaign(
  tx: Tx,
  doors: CampaignDoors,
  { id, ...reader }: Reader & { readonly id: string },
): Promise<CampaignShown | null> {
  const { tenant, who } = reader
  const [row] = await listCampaigns(tx, tenant, id)
  const campaign = row ? folded(row) : null
  if (campaign === null) return null
  const nameOf = await provinceNames(tx, doors, tenant)
  const rule = ruleFor(who)
  const { plan } = campaign
  return {
    line: lineOf(id, campaign, nameOf),
    ...{ audience: plan.audience, languages: plan.languages },
    places: plan.places.map(({ province, place }) => ({ provinceName: nameOf(province), place: place ?? null })),
    checks: CampaignCheck.options.map((check) => {
      const said = campaign.checks.get(check)
      return { check, holds: said?.holds ?? null, how: said?.how ?? null }
    }),
    materials: campaign.materials.map(({ file, ...material }) => ({ ...material, sha256: file.sha256, mediaType: file.mediaType })),
    reach: reachOf(campaign, rule),
    counts: writes(who)
      ? directOf(campaign).map(({ id: reach, of }) => ({
          id: reach,
          on: of.on,
          channel: of.channel,
          persons: countedPersons([of]).persons,
        }))
      : null,
    kap: kapOf(campaign, rule),
    voices: await voicesAround(tx, doors, { ...reader, plan, rule }),
    ...{ learned: campaign.learned, writes: writes(who), least: rule.least },
  }
}
/** A file of a campaign. Until somebody has looked whether an image shows who a person is, only who runs campaigns opens it. */
export async function readMaterial(
  tx: Tx,
  { documents }: CampaignDoors,
  { tenant, who, id, sha256 }: Omit<Reader, 'today'> & { readonly id: string; readonly sha256: string },
): Promise<KeptDocument | null> {
  const [row] = await listCampaigns(tx, tenant, id)
  const campaign = row ? folded(row) : null
  if (campaign === null || (campaign.state === 'planned' && !writes(who))) return null
  return campaign.materials.some(({ file }) => file.sha256 === sha256) ? documents.content(tx, tenant, sha256) : null
}
const directOf = ({ reach }: Campaign) =>
  reach.flatMap(({ id, reach: of }): { id: typeof id; of: DirectReach }[] => (of.kind === 'direct' ? [{ id, of }] : []))

const cellOf = (cell: ReturnType<typeof safeList>[number] | undefined): SafeCount =>
  cell !== undefined && 'shown' in cell ? { is: 'shown', n: cell.shown } : { is: 'withheld', because: cell?.withheld ?? 'below-minimum' }

function reachOf(campaign: Campaign, rule: CellRule): ReachShown {
  const direct = directOf(campaign).map(({ of }) => of)
  const sexes = personsBy(direct, 'sex')
  const ages = personsBy(direct, 'age')
  const bySex = Sex.options.filter((sex) => sexes.has(sex))
  const byAge = AgeBand.options.filter((age) => ages.has(age))
  const [shownSex, shownAge] = [
    safeList(
      bySex.map((sex) => sexes.get(sex) ?? 0),
      rule,
    ),
    safeList(
      byAge.map((age) => ages.get(age) ?? 0),
      rule,
    ),
  ]
  const { persons } = countedPersons(direct)
  const isKept = [sexes, ages].some((parts) => isTight(persons, [...parts.values()], rule))
  return {
    direct: {
      persons: isKept ? { is: 'withheld', because: 'complement' } : safe(persons, rule),
      bySex: bySex.map((sex, at) => ({ sex, persons: cellOf(shownSex[at]) })),
      byAge: byAge.map((age, at) => ({ age, persons: cellOf(shownAge[at]) })),
    },
    estimated: campaign.reach.flatMap(({ id, reach }): ({ id: typeof id } & EstimatedReach)[] =>
      reach.kind === 'estimated' ? [{ id, ...reach }] : [],
    ),
    digital: campaign.reach.flatMap(({ id, reach }): ({ id: typeof id } & DigitalReach)[] =>
      reach.kind === 'digital' ? [{ id, ...reach }] : [],
    ),
  }
}
/** The newest of each question, before and after. Both who agreed and who did not must be enough. */
function kapOf({ kap }: Campaign, rule: CellRule): CampaignShown['kap'] {
  const questions = [...new Map(kap.map((one) => [`${one.part}/${one.question}`, one])).values()]
  return questions.map(({ part, question }) => {
    const of = (when: 'before' | 'after') => {
      const said = kap.findLast((one) => one.when === when && one.part === part && one.question === question)
      if (said === undefined) return null
      const [agreed, others, asked] = safeList([said.agreed, said.asked - said.agreed], rule)
      const isTold = [agreed, others, asked].every((cell) => cell !== undefined && 'shown' in cell)
      return { agreed: isTold ? cellOf(agreed) : withheld, asked: cellOf(asked) }
    }
    return { part, question, before: of('before'), after: of('after') }
  })
}
const withheld: SafeCount = { is: 'withheld', because: 'below-minimum' }

async function voicesAround(
  tx: Tx,
  { countVoices }: CampaignDoors,
  { tenant, today, plan, rule }: Reader & { readonly plan: Campaign['plan']; readonly rule: CellRule },
): Promise<CampaignShown['voices']> {
  const lastDay = addDays(plan.until, VOICE_DAYS)
  // Days that are not over would make the second number smaller than it will be.
  if (lastDay > today) return null
  const before = await countVoices(tx, tenant, { from: addDays(plan.from, -VOICE_DAYS), until: addDays(plan.from, -1) })
  const after = await countVoices(tx, tenant, { from: addDays(plan.until, 1), until: lastDay })
  if (before === null || after === null) return null
  const shown = (n: number): SafeCount => {
    const cell = shownCount(n, rule)
    return 'shown' in cell ? { is: 'shown', n: cell.shown } : { is: 'withheld', because: cell.withheld }
  }
  return { before: shown(before), after: shown(after), days: VOICE_DAYS }
}
