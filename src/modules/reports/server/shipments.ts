/* Certificates of a period with their dossiers and the origin of their lots, as the author may see them; one certificate or one lot for a statement. */
import { listOf, looseRecord, orNull, text } from '../../../kernel/schema.ts'
import { CertificateDetail, CertificateSummary, DossierDetail } from '../../certificates/contract.ts'
import { LotComposition } from '../../custody/contract-tracing.ts'
import type { ReportPeriod, ReportSubject } from '../contract.ts'
import type { Shipment } from '../domain/record.ts'
import type { Ask } from './ask.ts'

/** D: more than a year of the whole country in one report. */
const MOST = 2_500
const AT_ONCE = 4
const Certificates = looseRecord({ certificates: listOf(CertificateSummary), next: orNull(text()) })

export interface Shipments {
  readonly shipments: readonly Shipment[] | null
  readonly shortened: boolean
}

export async function shipmentsOfPeriod(
  ask: Ask,
  { period, exporter }: { readonly period: ReportPeriod; readonly exporter: string | null },
): Promise<Shipments> {
  const found: CertificateSummary[] = []
  let before: string | null = null
  for (;;) {
    const page: { readonly certificates: readonly CertificateSummary[]; readonly next: string | null } | null = await ask(
      Certificates,
      `/api/certificates${before === null ? '' : `?before=${encodeURIComponent(before)}`}`,
    )
    if (page === null) return { shipments: null, shortened: false }
    found.push(...page.certificates.filter(({ issuedOn }) => issuedOn >= period.from && issuedOn <= period.until))
    before = page.next
    if (before === null || found.length > MOST) break
  }
  const shortened = found.length > MOST
  const shipments: Shipment[] = []
  const asked = found.slice(0, MOST)
  for (let at = 0; at < asked.length; at += AT_ONCE) {
    shipments.push(...(await Promise.all(asked.slice(at, at + AT_ONCE).map((one) => shipmentOf(ask, one)))))
  }
  return { shipments: exporter === null ? shipments : shipments.filter((one) => one.exporter === exporter), shortened }
}

async function shipmentOf(ask: Ask, certificate: CertificateSummary): Promise<Shipment> {
  const dossier = await ask(DossierDetail, `/api/dossiers/${certificate.dossier}`)
  const composition = dossier === null ? null : await ask(LotComposition, `/api/traces/lots/${dossier.dossier.lot}`)
  const { number, status, lotNumber, mineral, massGrams, exporterName, issuedOn, expiresOn } = certificate
  return {
    ...{ number, status, lotNumber, mineral, massGrams, exporterName, issuedOn, expiresOn, dossier, composition },
    ...{ lot: dossier?.dossier.lot ?? '', exporter: dossier?.dossier.exporter ?? '', importerName: dossier?.dossier.importerName ?? '–' },
    ...{ origin: dossier?.terms.origin ?? [], grade: dossier?.terms.grade ?? '' },
  }
}

/** The one that the report is about; an empty list where there is no such thing for this author. */
export async function shipmentAskedFor(ask: Ask, { certificate, lot }: ReportSubject): Promise<Shipments> {
  if (certificate !== undefined) {
    const detail = await ask(CertificateDetail, `/api/certificates/${encodeURIComponent(certificate)}`)
    if (detail === null) return { shipments: [], shortened: false }
    const shipment = await shipmentOf(ask, detail.certificate)
    return { shipments: [{ ...shipment, origin: detail.origin, grade: detail.grade }], shortened: false }
  }
  const composition = lot === undefined ? null : await ask(LotComposition, `/api/traces/lots/${lot}`)
  if (composition === null) return { shipments: [], shortened: false }
  const { mineral, mass, holder, holderName, number } = composition
  return {
    shipments: [
      {
        ...{ number: '', status: 'valid', lotNumber: number, lot: composition.lot, mineral, massGrams: mass.grams, exporter: holder },
        ...{
          exporterName: holderName ?? holder,
          importerName: '–',
          issuedOn: '',
          expiresOn: '',
          origin: [],
          grade: '',
          dossier: null,
          composition,
        },
      },
    ],
    shortened: false,
  }
}
