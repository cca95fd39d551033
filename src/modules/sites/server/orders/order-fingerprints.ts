/* The fingerprints of an order: the one that is printed, and those under which earlier sheets were. */
import { createHash } from 'node:crypto'
import { canonicalJson } from '../../../../kernel/canonical-json.ts'
import {
  FINGERPRINT_VERSIONS,
  NEWEST_FINGERPRINT,
  type SignedText,
  printedFingerprint,
  textForFingerprint,
} from '../../domain/orders/signed-text.ts'
import type { DerogationRow } from './store-derogations.ts'
import type { AnnexRow, OrderRow } from './store-orders.ts'

interface Signed {
  readonly row: OrderRow
  readonly lines: readonly AnnexRow[]
  readonly stocks: readonly DerogationRow[]
}
export function fingerprintsOf(signed: Signed): { readonly fingerprint: string; readonly earlierFingerprints: string[] } {
  const act = textOf(signed)
  const printed = FINGERPRINT_VERSIONS.map((version) => ({
    version,
    text: printedFingerprint(
      version,
      createHash('sha256')
        .update(canonicalJson(textForFingerprint(act, version)))
        .digest('hex'),
    ),
  }))
  return {
    fingerprint: printed.find((one) => one.version === NEWEST_FINGERPRINT)?.text ?? '',
    earlierFingerprints: printed.flatMap(({ version, text }) => (version === NEWEST_FINGERPRINT ? [] : [text])),
  }
}

const textOf = ({ row, lines, stocks }: Signed): SignedText => ({
  number: row.number,
  orderKind: row.order_kind,
  signatoryRole: row.signatory_role,
  signedOn: row.signed_on,
  effectiveFrom: row.effective_from,
  until: row.until,
  supersedes: row.supersedes,
  legalBasis: row.legal_basis,
  recitals: row.recitals ?? [],
  signedAtPlace: row.signed_at_place,
  rulebook: row.rulebook,
  annex: lines.map((line) => ({
    site: line.site_id,
    colour: line.colour,
    proposed: line.proposed,
    inspection: line.inspection_id,
    deviationReason: line.deviation_reason,
  })),
  derogations: stocks.map((stock) => ({
    site: stock.site_id,
    quantityGrams: stock.quantity_grams,
    foundOn: stock.found_on,
    reason: stock.reason,
  })),
  scan: row.scan?.file.sha256 ?? null,
})
