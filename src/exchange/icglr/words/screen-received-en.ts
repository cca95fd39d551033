/* The words of certificates received from other states. */
import type { screenReceivedFr } from './screen-received-fr.ts'

export const screenReceivedEn: { readonly [Key in keyof typeof screenReceivedFr]: string } = {
  'received.title': 'Certificates received from other states',
  'received.under': 'As other member states of the ICGLR sent them by data exchange. Nobody here has verified them.',
  'received.open': 'Certificates received from other states',
  'received.none': 'No certificate received',
  'received.none.how':
    'Other member states send them by the data exchange of the ICGLR. The administrator gives them a key; the guide for integrators says how.',
  'received.first': 'The {n} newest are shown.',
  'received.source':
    'Source: documents received, kept in the log as they came. What they say opens no right here; names of persons are not kept.',
  'received.serial': 'Country and number',
  'received.at': 'Received',
  'received.sent-by': 'Sent by',
  'received.sent-by.unknown': 'a key without a name',
  'received.expired': 'expired',
  'received.expired.note': 'Its last day has passed.',
  'received.verification': 'Verification',
  'received.verification.with-hash': 'not verified; hash of the file known',
  'received.verification.without-hash': 'not verified',
  'received.verification.file-of-ours': 'not verified; the file named is of here',
  'received.verification.with-hash.note':
    'Not verified here. Ask the authority that issued it for the file and compare its SHA-256 with the one below.',
  'received.verification.without-hash.note':
    'Not verified here, and without a hash: ask the authority that issued it whether this certificate is its own and still counts.',
  'received.verification.file-of-ours.note':
    'This document names as its file an address of this server, which did not issue this certificate. Ask the authority of that country before you rely on it.',
  'received.authority': 'Authority',
  'received.ore': 'Mineral (HS code)',
  'received.value': 'Customs value',
  'received.route': 'Route',
  'received.transport': 'Carrier',
  'received.verified': 'Verified there on',
  'received.file': 'File at the authority',
}
