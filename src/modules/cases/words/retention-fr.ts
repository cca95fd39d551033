/* Refus sur la conservation, l’effacement et les fuites de données. */
export const retentionFr = {
  'refusal.legal-hold':
    'Une obligation de conservation protège ce dossier : rien ne s’efface tant qu’elle dure. Demandez à qui peut la lever.',
  'refusal.legal-hold-not-yours':
    'Votre fonction ne permet ni de poser ni de lever une obligation de conservation. Demandez au délégué à la protection des données.',
  'refusal.legal-hold-already-placed': 'Cette obligation de conservation est déjà posée. Rechargez la page.',
  'refusal.unknown-legal-hold': 'Cette obligation de conservation n’existe pas, ou elle est déjà levée. Rechargez la page.',
  'refusal.legal-hold-lifted-by-another-person': 'Vous avez posé cette obligation de conservation : une autre personne la lève.',
  'refusal.erasure-only-after-withdrawal':
    'Le choix entre effacer et sceller vient après le retrait du consentement. Notez d’abord le retrait, si la personne concernée le souhaite.',
  'refusal.already-shredded': 'C’est déjà effacé : les clés sont détruites et rien ne peut être relu. Il n’y a rien à faire.',
  'refusal.case-still-worked-on':
    'Ce dossier est encore suivi : il ne s’efface pas. Clôturez-le d’abord, ou notez le retrait du consentement.',
  'refusal.retention-not-over':
    'La durée de conservation n’est pas écoulée. Voyez la date dans l’échéancier, ou attendez que le dossier soit clos.',
  'refusal.breach-not-so-far': 'La réponse à la fuite n’en est pas à cette étape. Rechargez la page : les étapes se suivent dans l’ordre.',
  'refusal.breach-codes-named-already': 'Ces codes sont déjà dans la liste. Ajoutez seulement ceux qui manquent.',
  'refusal.breach-nobody-to-warn': 'Aucune fuite n’attend que cette personne soit prévenue. Rien à refaire.',
  'refusal.breach-warned-without-code-word':
    'Sans le mot convenu, on ne sait pas à qui on a parlé. Dites-le d’abord ; s’il n’y en a pas, choisissez « aucun mot convenu ».',
  'refusal.breach-warned-without-contact':
    'Le dossier ne porte aucun contact depuis la fuite. Joignez la personne à ses heures sûres, notez le contact, puis revenez.',
  'refusal.breach-warned-by-owner':
    'Le responsable de ce dossier prévient la personne, par son contact sûr : lui seul le note. La tâche est dans sa liste.',
  'refusal.breach-person-not-concerned': 'Cette personne n’est pas dans la liste des personnes concernées par la fuite. Vérifiez le code.',
  'refusal.unknown-breach': 'Cette fuite n’est pas connue de votre organisation. Revenez à la liste.',
  'refusal.breach-code-not-a-code': 'Ici on n’écrit que des codes de dossier, avec au moins un chiffre, jamais un nom. Recopiez le code.',
  'refusal.breach-detected-in-the-future': 'Le moment de la découverte n’est pas encore passé. Corrigez-le.',
  'refusal.breach-persons-not-assessed':
    'Il reste {left} {left|personne concernée|personnes concernées} dont le risque n’est pas évalué. Évaluez-les une à une.',
  'refusal.breach-persons-not-warned':
    'Il reste {left} {left|personne concernée|personnes concernées} à prévenir par le contact sûr. Prévenez-les, ou notez pourquoi ce serait dangereux.',
} as const
