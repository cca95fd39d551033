/* For a person whose browser opened a paper's address without the right to it: a page that says what to do, not text for machines. */
import { documentPage } from './document-page.ts'
import { html } from './html.ts'
import type { Reply } from './route.ts'

const words = {
  fr: {
    401: ['Connectez-vous d’abord', 'Ce document ne s’ouvre qu’avec un compte. Connectez-vous, puis ouvrez de nouveau cette adresse.'],
    403: ['Ce document n’est pas ouvert à votre compte', 'Demandez-le à la personne qui vous en a donné l’adresse, ou changez de compte.'],
    404: ['Document introuvable', 'Rien ne porte cette adresse, ou votre compte ne la voit pas. Vérifiez le numéro.'],
    signIn: 'Se connecter',
    verify: 'Vérifier un certificat sans compte',
  },
  en: {
    401: ['Sign in first', 'This document opens only with an account. Sign in, then open this address again.'],
    403: ['This document is not open to your account', 'Ask the person who gave you its address, or change the account.'],
    404: ['Document not found', 'Nothing has this address, or your account does not see it. Check the number.'],
    signIn: 'Sign in',
    verify: 'Verify a certificate without an account',
  },
} as const

/** The same reply as a page when a browser asked for one and the reply is a refusal with status 401, 403 or 404; else unchanged. */
export function readableReply(reply: Reply, { accept, language }: { readonly accept: string; readonly language: 'fr' | 'en' }): Reply {
  const { status } = reply
  if ((status !== 401 && status !== 403 && status !== 404) || typeof reply.body === 'string' || !accept.includes('text/html')) return reply
  const said = words[language]
  const [title, advice] = said[status]
  const body = html`<h1>${title}</h1>
    <p>${advice}</p>
    <p><a href="/sign-in">${said.signIn}</a> · <a href="/verify">${said.verify}</a></p>`
  return { ...reply, body: documentPage({ title, language, body }).html, contentType: 'text/html; charset=utf-8' }
}
