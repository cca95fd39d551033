/* What signals are called, in French and English. */
import { type Labels, label } from '../label.ts'
import type { SignalChannel, SignalSource, SignalWithdrawal } from './signal-lists.ts'

export const signalChannelLabels: Labels<SignalChannel> = {
  'site-visit': label('Visite du site', 'Site visit'),
  hotline: label('Ligne téléphonique', 'Hotline'),
  'border-desk': label('Poste frontière', 'Border desk'),
  'resource-centre': label('Centre de ressources', 'Resource centre'),
}
export const signalSourceLabels: Labels<SignalSource> = {
  seen: label('Vu par moi', 'I saw it'),
  'told-by-somebody-concerned': label('Dit par quelqu’un qui le vit', 'Told by somebody who lives it'),
  'told-by-others': label('Dit par d’autres', 'Told by others'),
  written: label('Lu dans un document', 'Read in a document'),
}
export const signalWithdrawalLabels: Labels<SignalWithdrawal> = {
  mistake: label('C’était une erreur', 'It was a mistake'),
  double: label('Envoyé deux fois', 'Sent twice'),
  'not-confirmed': label('Non confirmé', 'Not confirmed'),
  'endangers-somebody': label('Met quelqu’un en danger', 'Endangers somebody'),
}
