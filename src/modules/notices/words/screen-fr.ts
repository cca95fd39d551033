/* Les mots de l’écran des avis, et ceux des genres, que la lettre dit aussi. */
import { fr } from './fr.ts'

export const screenFr = {
  ...fr,
  'notices.title': 'Avis',
  'notices.under': 'Ce qui vous attend, selon votre rôle et votre zone.',
  'notices.empty': 'Rien ne vous attend.',
  'notices.empty.do': 'Vous serez prévenu ici, et par courriel si vous l’avez choisi, dès que quelque chose demande votre attention.',
  'notices.off': 'Vous avez choisi de ne pas voir les avis dans l’application.',
  'notices.new': '{n} {n|nouveau|nouveaux}',
  'notices.seen': 'Tout marquer comme vu',
  'notices.open': 'Ouvrir',
  'notices.source':
    'Source : ce registre, à l’instant. Un avis ne dit que des nombres ; les sites et les personnes n’apparaissent que dans les listes.',
  'notices.preferences': 'Comment être prévenu',
  'notices.in-app': 'Dans l’application',
  'notices.in-app.hint': 'le nombre d’avis nouveaux reste visible en haut de chaque écran',
  'notices.by-mail': 'Par courriel, une fois par jour',
  'notices.by-mail.hint': 'seulement quand quelque chose vous attend ; des nombres et des liens, sans nom ni lieu',
  'notices.language': 'Langue du courriel',
  'notices.save': 'Enregistrer',
  'notices.saved': 'C’est enregistré.',
  'notices.no-mail': 'Ce serveur n’envoie pas de courriel pour l’instant. Demandez à la personne qui le tient.',
  'notices.no-address': 'Votre compte n’a pas d’adresse ; demandez à l’administrateur.',
  'notices.last': 'Dernier courriel : {day} ({state}).',
  'notices.state.waiting': 'en attente',
  'notices.state.sending': 'en cours d’envoi',
  'notices.state.sent': 'envoyé',
  'notices.state.refused': 'refusé par le serveur de courrier',
  'notices.state.given-up': 'abandonné, le serveur de courrier ne répondait pas',
  'notices.state.in-doubt': 'peut-être envoyé',
  'notices.state.withdrawn': 'retiré',
} as const
