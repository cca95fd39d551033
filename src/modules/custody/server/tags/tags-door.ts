/* What the rules that look at counts and unused tags, and the books of a site, ask of tags: F18, F19, capacity by baseline. */
import { listOf, mustParse } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { SiteId } from '../../../sites/contract.ts'
import { BaselineId, BaselineProduction, type TagsDoor } from '../../contract-tags.ts'
import { taggedMonthlyGrams } from '../../domain/tags/baseline.ts'
import { bagOf } from '../../domain/tags/proposal.ts'
import { listValidBaselines } from './store-baselines.ts'
import { listCounts } from './store-lockboxes.ts'
import { countTagsOfSites, listBagMasses } from './store-parts.ts'
import { daysOfCounts } from './tag-answers.ts'

export const createTagsDoor = (): TagsDoor<Tx> => ({
  counts: async (tx, tenant, { from, to }) => daysOfCounts(await listCounts(tx, tenant, { sites: null, from, to })),
  unused: async (tx, tenant) => {
    const baselines = new Map(
      (await listValidBaselines(tx, tenant, null)).map((one) => [
        one.site,
        taggedMonthlyGrams(mustParse(listOf(BaselineProduction), one.production)),
      ]),
    )
    const answers = []
    for (const { site, given, used, declared } of await countTagsOfSites(tx, tenant, null)) {
      const medianBagGrams = bagOf(await listBagMasses(tx, tenant, site)).grams
      const baselineMonthlyGrams = baselines.get(site) ?? null
      answers.push({ site: mustParse(SiteId, site), unused: given - used - declared, baselineMonthlyGrams, medianBagGrams })
    }
    return answers
  },
  baselines: async (tx, tenant) =>
    (await listValidBaselines(tx, tenant, null)).map(({ site, id, observedOn, miners, production }) => ({
      ...{ site: mustParse(SiteId, site), id: mustParse(BaselineId, id), observedOn, miners },
      production: mustParse(listOf(BaselineProduction), production),
    })),
})
