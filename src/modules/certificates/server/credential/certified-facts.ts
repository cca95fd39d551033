/* The door of certificates for exchanges: rows become facts. */
import { createHash } from 'node:crypto'
import { mustParse } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { CertifiedFacts, CredentialsDoor } from '../../contract-credentials.ts'
import { isDesignated } from '../../domain/certificate.ts'
import { asPublicReads } from '../../domain/check-sight.ts'
import { numbersOf } from '../../domain/checks.ts'
import { CertificateIssued } from '../../domain/dossier-events.ts'
import { issuerOf } from '../../domain/issuer.ts'
import { hsCodes } from '../../domain/rulebook.ts'
import { type CredentialRow, findCredentialRow, listCredentialRows } from './store-credentials.ts'

export const credentialsDoor: CredentialsDoor<Tx> = {
  find: async (tx, tenant, number) => {
    const row = await findCredentialRow(tx, tenant, number)
    return row === null ? null : factsOf(row, tenant)
  },
  list: async (tx, tenant, { hsCode, lotNumber, standing = false, ...asked }) => {
    const mineral = hsCode === undefined ? null : (Object.entries(hsCodes).find(([, code]) => code === hsCode)?.[0] ?? 'none')
    const { total, rows } = await listCredentialRows(tx, tenant, { ...asked, standing, mineral, lotNumber: lotNumber ?? null })
    return { total, certificates: rows.map((row) => factsOf(row, tenant)) }
  },
}

export function factsOf(row: CredentialRow, tenant: string): CertifiedFacts {
  const issued = mustParse(CertificateIssued, row.issued)
  const issuer = issuerOf(tenant)
  const checks = asPublicReads(issued.checks)
  const { number, exporter, exporterName, lot, lotNumber, mineral, massGrams, grade, origin, tagCount, rulebook, code, terms } = issued
  return {
    ...{ number, exporter, exporterName, lot, lotNumber, mineral, massGrams, grade, origin, tagCount, rulebook, code, terms },
    country: issuer.country,
    authority: issuer.name,
    hsCode: isDesignated(mineral) ? hsCodes[mineral] : null,
    sites: issued.sites.map(({ site, name, nationalId }) => ({ site, name, nationalId })),
    verifiedOn: issued.verifiedOn,
    issuedOn: issued.issuedOn,
    expiresOn: issued.expiresOn,
    revokedOn: row.revokedOn,
    replacedBy: row.replacedBy,
    listIndex: issued.listIndex,
    checks: checks.map(({ number, id, result }) => ({ number, id, result })),
    passedChecks: numbersOf(checks, 'passed').length,
    openChecks: numbersOf(checks, 'not-yet-checked'),
    reviewedChecks: numbersOf(checks, 'review'),
    codeSha256: createHash('sha256').update(code).digest('hex'),
  }
}
