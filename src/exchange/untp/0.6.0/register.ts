/* Facility records (DFR) of mine sites and registered identities (DIA) of bodies, UNTP 0.6.0. A facility has no position: its public page has none. */
import type { BodyRecord, Credential, Issuing, SiteRecordOf } from '../records.ts'
import { UNTP_VERSION, facilityOf, framed, mechanism, mining, regulation, scheme } from './parts.ts'

export function facility(issuing: Issuing, site: SiteRecordOf): Credential {
  const path = `/untp/${UNTP_VERSION}/facilities/${site.id}`
  const address = {
    type: ['Address'],
    addressCountry: issuing.country,
    ...(site.province === null ? {} : { addressRegion: site.province }),
    ...(site.territoire === null ? {} : { addressLocality: site.territoire }),
  }
  const claim = {
    type: ['Claim', 'Declaration'],
    id: `${issuing.base}${path}#status`,
    description: `Status of the mine site: ${site.colour}${site.held ? ', held' : ''}`,
    referenceStandard: mechanism(['Standard']),
    ...(site.order === null ? {} : { assessmentDate: site.order.signedOn, referenceRegulation: regulation(issuing, site.order) }),
    conformance: site.mayCertify && !site.held,
    conformityTopic: 'social.rights',
  }
  const subject = {
    type: ['FacilityRecord'],
    id: `${issuing.base}${path}#record`,
    facility: {
      type: ['Facility'],
      ...facilityOf(issuing, site),
      description: site.minerals.length === 0 ? 'Artisanal mine site' : `Artisanal mine site: ${site.minerals.join(', ')}`,
      countryOfOperation: issuing.country,
      processCategory: [mining],
      address,
    },
    ...(site.order === null ? {} : { conformityClaim: [claim] }),
  }
  return framed(issuing, { kind: 'dfr', path, page: `/site/${encodeURIComponent(site.nationalId)}`, subject })
}

export function identity(issuing: Issuing, body: BodyRecord & { readonly name: string }): Credential {
  const path = `/untp/${UNTP_VERSION}/organisations/${body.id}`
  const page = `/id/party/${body.id}`
  const subject = {
    type: ['RegisteredIdentity'],
    id: `${issuing.base}${page}`,
    name: body.name,
    registeredId: body.id,
    idScheme: scheme(`${issuing.base}/id/party`, 'Organisations of this register'),
    registerType: 'Business',
    registrationScopeList: [`${issuing.base}/id/party#${body.kind}`],
  }
  return framed(issuing, { kind: 'dia', path, page, subject })
}
