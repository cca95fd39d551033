/* A browser is shown what a credential says, and led to the signed file; programs get what they got before. */
import { expect, test } from 'vitest'
import { passingKeyRing } from '../keys/signer.ts'
import { credentialReply } from './issuer.ts'

const parts = { keys: passingKeyRing(), baseUrl: 'https://chanzo.example' }
const credential = {
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: ['VerifiableCredential', 'MineralExportCertificate'],
  issuer: { id: 'did:web:chanzo.example', name: 'CEEC' },
  validFrom: '2026-11-21T00:00:00+02:00',
  credentialSubject: {
    lotWeightUOM: 'KGM',
    exporterName: 'Comptoir <script>alert(1)</script>',
    mineSite: [{ name: 'Mweupe' }, { name: 'Bisie' }],
    encodedList: 'u'.repeat(5_000),
  },
}
const ask = (accept: string, query: object = {}, language: 'fr' | 'en' = 'fr') =>
  credentialReply(parts, { headers: { accept }, query, language }, credential)

test('a browser reads the facts in words, escaped, and where the signed file is', () => {
  const { contentType, body } = ask('text/html,application/xhtml+xml')
  expect(contentType).toContain('text/html')
  for (const shown of ['Mineral export certificate', 'lot weight UOM', 'KGM', 'Bisie', 'CEEC', 'elle ne prouve rien', '?format=jwt'])
    expect(String(body).toLowerCase()).toContain(shown.toLowerCase())
  for (const hidden of ['<script', 'u'.repeat(300)]) expect(String(body)).not.toContain(hidden)
  expect(String(ask('text/html', {}, 'en').body)).toContain('it proves nothing')
})

test('a program gets the envelope or the compact text as before, also where its browser engine accepts pages', () => {
  expect(ask('*/*').contentType).toBe('application/vc')
  expect(ask('application/vc+jwt, text/html').contentType).toBe('application/vc+jwt')
  expect(ask('text/html', { format: 'jwt' }).contentType).toBe('application/vc+jwt')
  expect(ask('text/html', { format: 'json' }).contentType).toBe('application/vc')
})
