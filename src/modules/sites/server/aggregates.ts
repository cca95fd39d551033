/* How the log meets a site. */
import type { Aggregate } from '../../../platform/log/aggregate.ts'
import { type SiteContext, type SiteState, siteDecider } from '../domain/register/site.ts'
import { type SiteCommand, type SiteEvent, siteKinds } from '../domain/register/site-words.ts'

export const siteAggregate: Aggregate<SiteState, SiteCommand, SiteEvent, SiteContext> = {
  name: 'site',
  decider: siteDecider,
  kinds: siteKinds,
}
