/*
What decisions about requests, boxes and baseline reports must know: the site and who may act for it, the proposal of the day, the
numbers that somebody wants to take out. Gathered in the transaction that decides; it decides nothing.
*/
import { dayOf } from '../../../../kernel/calendar.ts'
import { asId, listOf, mustParse } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { OrganisationId } from '../../../people/contract.ts'
import { SiteId } from '../../../sites/contract.ts'
import { BaselineProduction, TagProposal } from '../../contract-tags.ts'
import type { BaselineContext } from '../../domain/tags/baseline.ts'
import { taggedMonthlyGrams } from '../../domain/tags/baseline.ts'
import type { LockboxCommand, LockboxContext, WantedTags } from '../../domain/tags/lockbox.ts'
import { proposeTags, tagFactors } from '../../domain/tags/proposal.ts'
import { tagText } from '../../domain/tags/tag.ts'
import type { TagRequestCommand, TagRequestContext, TagRequestState } from '../../domain/tags/tag-request.ts'
import type { CustodyDoors } from '../doors.ts'
import { reachFor } from '../lots/sight.ts'
import { listBaselines, listValidBaselines } from './store-baselines.ts'
import { findLockbox, listActivationsOf } from './store-lockboxes.ts'
import { countAssigned, countGivenSince, countTagsOfSites, isGivenTo, listBagMasses } from './store-parts.ts'
import { findRequest, hasAsked } from './store-requests.ts'
import { findTagBatch, listTagRows } from './store-tags.ts'
import { type TagAsking, isInside } from './tag-facts.ts'

export interface CareAsking extends TagAsking {
  readonly oversees: boolean
}

/** The site, and whether who asks may act for it: by a key of its box, or by watching over its territory. */
async function siteFacts({ tx, tenant, doors, moment, territory, oversees }: CareAsking, site: string) {
  const { account, organisation } = moment.actor
  const brief = (await doors.sites.briefs(tx, [mustParse(SiteId, site)], tenant))[0]
  const box = await findLockbox(tx, tenant, site)
  const holdsKey = organisation !== null && box !== null && [box.saemape, box.cooperative, box.concessionOwner].includes(organisation)
  const insideTerritory = brief !== undefined && isInside(territory, brief)
  const watches = (await reachFor(tx, doors.people, { tenant, organisation, oversees })) !== 'own-lots'
  return {
    ...{ happenedOn: dayOf(moment.happenedAt), today: moment.today, account, siteName: brief?.name ?? null, insideTerritory },
    organisation: organisation === null ? null : asId('organisation', organisation),
    ofTheSite: holdsKey || (watches && insideTerritory),
  }
}

export async function requestFacts(
  asking: CareAsking,
  request: string,
  { state, command }: { readonly state: TagRequestState; readonly command: TagRequestCommand },
): Promise<TagRequestContext> {
  const { tx, tenant, moment } = asking
  const site = command.type === 'ask' ? command.site : state?.site
  if (site === undefined) return noRequest(dayOf(moment.happenedAt))
  const known = await findRequest(tx, tenant, request, { of: 'everything' })
  const facts = await siteFacts(asking, site)
  const { doors } = asking
  return {
    ...facts,
    ofTheSite: facts.ofTheSite || (known !== null && known.organisation !== null && known.organisation === facts.organisation),
    askedByActor: await hasAsked(tx, tenant, request, facts.account),
    assigned: await countAssigned(tx, tenant, request),
    proposal:
      command.type === 'approve'
        ? await proposalFor(
            tx,
            { tenant, doors },
            { site, monthsCover: state?.monthsCover ?? tagFactors.monthsCover.value, asOf: facts.today, knownAt: moment.now },
          )
        : null,
  }
}
const noRequest = (happenedOn: string): TagRequestContext => ({
  ...{ happenedOn, organisation: null, siteName: null, ofTheSite: false, insideTerritory: false, askedByActor: false, assigned: 0 },
  proposal: null,
})

export async function lockboxFacts(asking: CareAsking, site: string, command: LockboxCommand): Promise<LockboxContext> {
  const { tx, tenant, doors } = asking
  const facts = await siteFacts(asking, site)
  const named: readonly OrganisationId[] =
    command.type === 'name-key-holders' ? [command.saemape, command.cooperative, command.concessionOwner] : []
  const organisations = named.length === 0 ? [] : await doors.people.organisations(tx, named, tenant)
  return {
    ...facts,
    organisations: new Map(organisations.map(({ id, kind }) => [id, kind])),
    basisKnown: command.type === 'set-quota' && (await isBasisKnown(tx, tenant, { site, ...command })),
    wanted:
      command.type === 'activate-tags' ? await wantedTags(tx, tenant, { site, ...command, day: command.day ?? facts.happenedOn }) : null,
  }
}

async function isBasisKnown(tx: Tx, tenant: string, { site, basis, basisId }: { site: string; basis: string; basisId: string }) {
  // An inspection is named as its paper names it; only reports of ours can be looked up here.
  if (basis === 'inspection') return true
  return (await listBaselines(tx, tenant, [site])).some((one) => one.id === basisId && one.state === 'validated')
}

async function wantedTags(
  tx: Tx,
  tenant: string,
  wanted: { readonly site: string; readonly batch: string; readonly from: number; readonly to: number; readonly day: string },
): Promise<WantedTags> {
  const batch = await findTagBatch(tx, tenant, wanted.batch)
  if (!batch || wanted.to < wanted.from) return { given: false, spent: null, activated: null }
  const spent = (await listTagRows(tx, tenant, wanted))[0]
  const active = (await listActivationsOf(tx, tenant, wanted))[0]
  return {
    given: await isGivenTo(tx, tenant, wanted),
    spent: spent ? tagText(batch, spent.number) : null,
    activated: active ? tagText(batch, active.from) : null,
  }
}

export async function baselineFacts(
  asking: CareAsking,
  { site, reportedBy }: { readonly site: string | undefined; readonly reportedBy: string | null },
): Promise<BaselineContext> {
  const { today, actor } = asking.moment
  if (site === undefined) return { today, siteName: null, insideTerritory: false, reportedByActor: false }
  const { siteName, insideTerritory } = await siteFacts(asking, site)
  return { today, siteName, insideTerritory, reportedByActor: reportedBy === actor.account }
}

/** The proposal of the day for a site, with every number that went in. */
export async function proposalFor(
  tx: Tx,
  { tenant, doors }: { readonly tenant: string; readonly doors: CustodyDoors },
  asked: { readonly site: string; readonly monthsCover: number; readonly asOf: string; readonly knownAt: string },
): Promise<TagProposal> {
  const site = mustParse(SiteId, asked.site)
  const box = await findLockbox(tx, tenant, site)
  const [tags] = await countTagsOfSites(tx, tenant, [site])
  const [baseline] = await listValidBaselines(tx, tenant, [site])
  const given = box?.quotaSince ? await countGivenSince(tx, tenant, { site, since: box.quotaSince }) : 0
  const quota =
    box && box.quota !== null && box.quotaSince !== null
      ? { allowedTags: box.quota, given, basis: box.quotaBasis, basisId: box.quotaBasisId ?? '', since: box.quotaSince }
      : null
  const quotaLeft = quota && Math.max(0, quota.allowedTags - given)
  const standing = await doors.sites.standing(tx, site, asked.asOf, asked.knownAt, tenant)
  const unused = tags ? tags.given - tags.used - tags.declared : 0
  const report = baseline ? mustParse(listOf(BaselineProduction), baseline.production) : null
  const monthlyGrams = report && taggedMonthlyGrams(report)
  const answer = proposeTags({
    ...{ baselineMonthlyGrams: monthlyGrams, monthsCover: asked.monthsCover, unused, quotaLeft },
    bagGrams: await listBagMasses(tx, tenant, site),
    allowed: standing.allows.allocateTags === 'yes',
  })
  return mustParse(TagProposal, {
    ...{ site, monthsCover: asked.monthsCover, factors: factorsShown, ...answer, unused, quotaLeft, quota },
    baseline:
      baseline && monthlyGrams !== null ? { id: baseline.id, observedOn: baseline.observedOn, body: baseline.body, monthlyGrams } : null,
    allowed: standing.allows.allocateTags === 'yes',
  })
}
const factorsShown = [
  { key: 'margin', ...tagFactors.margin },
  { key: 'months-cover', ...tagFactors.monthsCover },
  { key: 'median-bag', ...tagFactors.medianBagGrams },
  { key: 'fewest-bags', ...tagFactors.fewestBags },
]
