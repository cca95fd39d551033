/* Goods left with a certificate: recorded by whoever stands at the border, read by those who read certificates. */
import { accepted, refused } from '../../../../kernel/outcome.ts'
import { listOf, mustParse, record } from '../../../../kernel/schema.ts'
import { readRoute } from '../../../../platform/http/build-route.ts'
import { type Route, can } from '../../../../platform/http/route.ts'
import { CertificateUse } from '../../contract-issuing.ts'
import { maySee, numberParams } from '../http-reads.ts'
import { findCertificate } from '../store-certificates.ts'
import { listUses } from './store-issued.ts'

export const useReads = (): readonly Route[] => [
  readRoute({
    path: '/api/certificates/:number/uses',
    allow: can('certificates.read'),
    summary: 'Where and when goods left with this certificate; a second time is named as such',
    params: numberParams,
    answer: record({ uses: listOf(CertificateUse) }),
    read: async ({ tx, tenant, who, params }) => {
      const row = await findCertificate(tx, tenant, params.number)
      if (row === null || !maySee(who, row)) return refused('unknown-certificate')
      return accepted({ uses: (await listUses(tx, tenant, params.number)).map((use) => mustParse(CertificateUse, use)) })
    },
  }),
]
