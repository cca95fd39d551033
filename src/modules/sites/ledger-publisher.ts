/*
Orders as entries of the public ledger. A signed order is the hash that is printed as its fingerprint (version 2), so the paper itself leads to the
entry; its publication and its annulment are the hash of four lines that anybody can write from the paper and the public page.
*/
import { createHash } from 'node:crypto'
import { canonicalJson } from '../../kernel/canonical-json.ts'
import { mustParse } from '../../kernel/schema.ts'
import type { LedgerPublisher } from '../ledger/contract.ts'
import { type OrderSigned, orderKinds } from './domain/orders/order.ts'
import { type SignedText, textForFingerprint } from './domain/orders/signed-text.ts'

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The text behind an order that was published or annulled; `reference` is empty when none was given. */
export const orderActText = (act: {
  readonly act: 'published' | 'annulled'
  readonly fingerprint: string
  readonly on: string
  readonly reference: string
}): string => `chanzo-order/1\n${act.act}\n${act.fingerprint}\n${act.on}\n${act.reference}\n`

export const orderPublisher: LedgerPublisher = {
  kinds: ['order.signed.v1', 'order.published.v1', 'order.annulled.v1'],
  needEarlier: ['order.published.v1', 'order.annulled.v1'],
  entryOf: ({ kind, payload }, earlier) => {
    if (kind === 'order.signed.v1') {
      const order = mustParse(orderKinds[kind], payload)
      return { kind: 'order-signed', number: order.number, sha256: fingerprintOf(order) }
    }
    const signed = earlier.find((one) => one.kind === 'order.signed.v1')
    if (!signed) return null
    const order = mustParse(orderKinds['order.signed.v1'], signed.payload)
    const fingerprint = fingerprintOf(order)
    if (kind === 'order.published.v1') {
      const { on, reference = '' } = mustParse(orderKinds[kind], payload)
      const text = orderActText({ act: 'published', fingerprint, on, reference })
      return { kind: 'order-published', number: order.number, sha256: hashOf(text) }
    }
    // The reason is not public, so it is not in the text.
    const { on } = mustParse(orderKinds['order.annulled.v1'], payload)
    return {
      kind: 'order-annulled',
      number: order.number,
      sha256: hashOf(orderActText({ act: 'annulled', fingerprint, on, reference: '' })),
    }
  },
}

const fingerprintOf = (order: OrderSigned): string => hashOf(canonicalJson(textForFingerprint(textOf(order), 2)))

const textOf = (order: OrderSigned): SignedText => ({
  number: order.number,
  orderKind: order.orderKind,
  signatoryRole: order.signatoryRole,
  signedOn: order.signedOn,
  effectiveFrom: order.effectiveFrom,
  until: order.until ?? null,
  supersedes: order.supersedes ?? null,
  legalBasis: order.legalBasis,
  recitals: order.recitals ?? [],
  signedAtPlace: order.signedAtPlace ?? null,
  rulebook: order.rulebook,
  annex: order.annex.map((line) => ({
    site: line.site,
    colour: line.colour,
    proposed: line.proposed ?? null,
    inspection: line.inspection ?? null,
    deviationReason: line.deviationReason ?? null,
  })),
  derogations: (order.derogations ?? []).map(({ site, quantityGrams, foundOn, reason }) => ({ site, quantityGrams, foundOn, reason })),
  scan: order.scan?.file.sha256 ?? null,
})
