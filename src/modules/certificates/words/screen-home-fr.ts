/* Words of what certificates lay on the home page, in French. */
export const certificatesHomeFr = {
  'desk.home': '{n|dossier|dossiers} de certificat à traiter',
  'desk.home.more': '{n|dossier|dossiers} de certificat à traiter, et d’autres encore',
  'desk.home.rule': '{open} à vérifier, {recommended} à valider',
  'desk.home.mine': '{n|dossier de certificat vous attend|dossiers de certificat vous attendent}',
  'desk.home.mine.rule': '{returned} à corriger, {refused} {refused|refusé|refusés}, {again} à ouvrir de nouveau',
  'verify-page.link': 'Vérifier un certificat',
} as const
