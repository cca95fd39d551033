/* What machines of partners are told of sites: colours by orders once they are published or annulled, holds and their end. All of it is open to who reads the register. */
import { mustParse } from '../../kernel/schema.ts'
import { subjectId } from '../../platform/log/event.ts'
import type { HookNews, HookSource } from '../../platform/log/hook-source.ts'
import { orderKinds } from './domain/orders/order.ts'
import { siteKinds } from './domain/register/site-words.ts'

const toAll = (kind: HookNews['kind'], data: HookNews['data']): readonly HookNews[] => [{ kind, data, concerns: 'everybody' }]

export const siteHooks: HookSource = {
  kinds: ['order.published.v1', 'order.annulled.v1', 'site.held.v1', 'site.hold-lifted.v1'],
  needEarlier: ['order.published.v1', 'order.annulled.v1'],
  newsOf: ({ kind, subject, payload }, earlier) => {
    if (kind === 'site.held.v1') {
      const { hold, by, from } = mustParse(siteKinds[kind], payload)
      return toAll('hold', { of: 'site', state: 'held', site: subjectId(subject), hold, by, from })
    }
    if (kind === 'site.hold-lifted.v1') {
      const { hold } = mustParse(siteKinds[kind], payload)
      return toAll('hold', { of: 'site', state: 'lifted', site: subjectId(subject), hold })
    }
    const signed = earlier.find((one) => one.kind === 'order.signed.v1')
    if (!signed) return []
    const { number, annex, effectiveFrom, until } = mustParse(orderKinds['order.signed.v1'], signed.payload)
    const on = mustParse(kind === 'order.published.v1' ? orderKinds[kind] : orderKinds['order.annulled.v1'], payload).on
    const order = { order: subjectId(subject), number, on, effectiveFrom, until: until ?? null }
    const sites = annex.map(({ site, colour }) => ({ site, colour }))
    return toAll('status', { state: kind === 'order.published.v1' ? 'published' : 'annulled', ...order, sites })
  },
}
