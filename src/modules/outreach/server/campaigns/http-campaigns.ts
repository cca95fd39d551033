/* Campaigns over HTTP: read by who reads outreach, written by who runs them in the own territory; persons who were counted are a measure, estimates and impressions are none. */
import { todayAt } from '../../../../kernel/calendar.ts'
import type { Measure } from '../../../../kernel/measure.ts'
import { accepted, refused } from '../../../../kernel/outcome.ts'
import { type Infer, type Schema, parse, record, text } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { badInput, outcomeReply, rawRoute, readRoute, writeRoute } from '../../../../platform/http/build-route.ts'
import { type Door, type Route, can } from '../../../../platform/http/route.ts'
import type { Who } from '../../../../platform/http/who.ts'
import type { Aggregate } from '../../../../platform/log/aggregate.ts'
import type { CommandEnvelope } from '../../../../platform/log/receipt.ts'
import { covers } from '../../../people/contract.ts'
import * as words from '../../contract-campaigns.ts'
import {
  type CampaignCommand,
  type CampaignContext,
  type CampaignEvent,
  type MaybeCampaign,
  campaignDecider,
  campaignKinds,
} from '../../domain/campaigns/campaign.ts'
import { type CampaignDoors, readCampaign, readCampaigns, readMaterial } from './read-campaigns.ts'
import { countDirect, directParts, isDirectPart } from './store-campaigns.ts'

export const campaignAggregate: Aggregate<MaybeCampaign, CampaignCommand, CampaignEvent, CampaignContext> = {
  ...{ name: 'campaign', decider: campaignDecider, kinds: campaignKinds },
}
const READ = can('outreach.read')
const RUN = can('outreach.campaign')
const params = record({ campaign: words.CampaignId })
const materialParams = record({ campaign: words.CampaignId, material: text(64) })
const one = '/api/campaigns/:campaign'

export const campaignRoutes = (doors: CampaignDoors): readonly Route[] => [...reads(doors), ...writes(doors)]

const reads = (doors: CampaignDoors): readonly Route[] => [
  readRoute({
    ...{ path: '/api/campaigns', allow: READ, answer: words.Campaigns, summary: 'Campaigns, newest first' },
    read: async ({ tx, tenant, who, now }) => accepted(await readCampaigns(tx, doors, { tenant, who, today: todayAt(now) })),
  }),
  readRoute({
    ...{ path: one, allow: READ, params, answer: words.CampaignShown },
    summary: 'One campaign: checks before publishing, materials, three kinds of reach that nothing adds up, knowledge before and after',
    read: async ({ tx, tenant, who, now, params: { campaign: id } }) => {
      const found = await readCampaign(tx, doors, { tenant, who, today: todayAt(now), id })
      return found === null ? refused('unknown-campaign') : accepted(found)
    },
  }),
  rawRoute({
    ...{ method: 'GET', path: `${one}/materials/:material`, allow: READ, schemas: { params: materialParams } },
    summary: 'A poster, a script or a leaflet by its hash; before publishing for who runs campaigns alone',
    answer: async ({ params: named, door, tenant, who }) => {
      const asked = parse(materialParams, named)
      if (!asked.ok) return badInput(asked.faults)
      const { campaign: id, material: sha256 } = asked.value
      const found = await door.read((tx) => readMaterial(tx, doors, { tenant, who, id, sha256 }))
      if (found === null) return outcomeReply(refused('unknown-campaign-material'))
      return { status: 200, body: found.content, contentType: found.mediaType, headers: { 'cache-control': 'private, no-store' } }
    },
  }),
]

interface Sent {
  readonly door: Pick<Door, 'execute'>
  readonly who: Who
  readonly tenant: string
  readonly envelope: CommandEnvelope
}
const act = (
  doors: CampaignDoors,
  { door, who, tenant, envelope }: Sent,
  { id, command }: { readonly id: string; readonly command: CampaignCommand },
) =>
  door.execute({
    ...{ aggregate: campaignAggregate, subject: id, command, envelope, who },
    context: async (tx, state, { today }) => {
      const places = command.type === 'plan' ? command.plan.places : (state?.plan.places ?? [])
      return {
        ...{ today, command: envelope.id },
        // Whoever runs it has to do with one of its places; whoever plans it, with all of them.
        isNear:
          command.type === 'plan'
            ? places.every((place) => covers(who.territory, place))
            : places.some((place) => covers(who.territory, place)),
        arePlacesKnown: command.type !== 'plan' || (await areKnown(tx, doors, { tenant, places })),
        isFileKept: command.type !== 'add-material' || (await doors.documents.kept(tx, tenant, [command.material.file.sha256])).length > 0,
      }
    },
  })
async function areKnown(
  tx: Tx,
  { places }: CampaignDoors,
  asked: { readonly tenant: string; readonly places: words.PlanCampaign['places'] },
): Promise<boolean> {
  const provinces = await places.listAreas(tx, 'province', asked.tenant)
  const territoires = await places.listAreas(tx, 'territoire', asked.tenant)
  return asked.places.every(
    ({ province, territoire }) =>
      provinces.some(({ code }) => code === province) &&
      (territoire === null || territoires.some(({ code, parent }) => code === territoire && parent === province)),
  )
}

function writes(doors: CampaignDoors): readonly Route[] {
  const write = <S extends Schema<unknown>>(
    [path, summary]: readonly [string, string],
    body: S,
    commandOf: (data: Infer<S>) => CampaignCommand,
  ): Route =>
    writeRoute({
      ...{ path: `${one}/${path}`, summary, allow: RUN, params, body },
      write: (sent) => act(doors, sent, { id: sent.params.campaign, command: commandOf(sent.data) }),
    })
  return [
    writeRoute({
      ...{
        path: '/api/campaigns',
        allow: RUN,
        body: words.PlanCampaign,
        summary: 'Plans a campaign: theme, audience, channels, languages, days, places',
      },
      write: (sent) => act(doors, sent, { id: sent.envelope.id, command: { type: 'plan', plan: sent.data } }),
    }),
    write(['checks', 'Says of one point of the list before publishing whether it holds, and how one knows'], words.TickCheck, (data) => ({
      ...{ type: 'check', ...data },
    })),
    write(['materials', 'Adds a poster, a script or a leaflet; images are then to be looked at anew'], words.AddMaterial, (material) => ({
      ...{ type: 'add-material', material },
    })),
    write(['publication', 'Publishes, once every point of the list holds'], words.PublishCampaign, () => ({ type: 'publish' })),
    write(['reach', 'Persons counted, persons estimated with how, or impressions: one kind at a time'], words.RecordReach, (reach) => ({
      ...{ type: 'reach', reach },
    })),
    write(['reach-withdrawals', 'Withdraws a figure of reach that was wrong'], words.WithdrawReach, (data) => ({
      type: 'withdraw-reach',
      ...data,
    })),
    write(['kap', 'Knowledge, attitude or practice, before or after: how many of how many'], words.RecordKap, (kap) => ({
      type: 'kap',
      kap,
    })),
    write(['closing', 'Closes a campaign with what was learned'], words.CloseCampaign, ({ learned }) => ({ type: 'close', learned })),
  ]
}

/** Persons who were counted, and nothing else: a measure over kinds of reach does not exist. */
export const directReachMeasure: Measure<Tx> = {
  ...{ id: 'outreach.direct-reach', version: 1, unit: 'number', divides: directParts, touchesPersons: true, addsUp: true },
  ask: async (tx, tenant, { occurred, learned, by }) => {
    const asked = by.filter(isDirectPart)
    return (await countDirect(tx, tenant, { occurred, learned, by: asked })).map(({ parts, persons }) => ({
      ...{ of: Object.fromEntries(asked.map((name, at) => [name, parts[at] ?? 'unknown'])), numerator: persons, denominator: null },
    }))
  },
}
