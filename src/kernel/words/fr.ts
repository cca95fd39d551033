/* Refusals that the platform itself gives, and those that several modules give in the same words. French is the reference: its keys are the keys. */
export const fr = {
  'refusal.not-signed-in': 'Vous n’êtes pas connecté, ou votre session est finie. Connectez-vous, puis recommencez ; rien n’est perdu.',
  'refusal.not-allowed': 'Votre rôle ne permet pas cet acte ({needs}). Demandez à l’administrateur, ou à la personne dont c’est la charge.',
  'refusal.outside-your-territory': 'C’est hors de votre territoire ({place}). Demandez à l’agent compétent de faire l’opération.',
  'refusal.unknown-organisation': 'Cette organisation n’est pas connue. Choisissez-la dans la liste, ou faites-la inscrire d’abord.',
  'refusal.not-understood': 'Une réponse manque ou n’est pas lisible. Corrigez les champs indiqués et renvoyez.',
  'refusal.too-large': 'L’envoi est trop grand. Réduisez le fichier, ou envoyez-le en plusieurs fois.',
  'refusal.busy-with-large-files': 'Le serveur lit déjà plusieurs gros fichiers. Gardez celui-ci et réessayez dans quelques minutes.',
  'refusal.unknown-address': 'Rien ne porte cette adresse. Vérifiez le lien, ou revenez à l’accueil.',
  'refusal.command-id-reused': 'Ce numéro d’envoi a déjà servi pour autre chose. Ouvrez à nouveau le formulaire et renvoyez.',
  'refusal.command-id-out-of-time':
    'L’heure de cet appareil n’est pas juste : l’envoi porte une date impossible. Réglez l’horloge, puis renvoyez.',
  'refusal.no-such-route': 'Ce serveur ne connaît pas encore cette action. Rien n’est perdu : elle sera prise quand il sera mis à jour.',
  'refusal.clock-not-right':
    'L’horloge du serveur n’est pas juste ; rien n’est écrit avant qu’elle soit réglée. Prévenez la personne qui tient le serveur, puis renvoyez.',
  'refusal.device-not-enrolled': 'Cet appareil n’est pas inscrit, ou son inscription a été retirée. Faites-le inscrire par un responsable.',
  'refusal.signature-not-valid':
    'La signature de l’appareil ne correspond pas à ce qui est envoyé. Renvoyez depuis l’appareil qui a signé.',
  'refusal.request-from-another-site':
    'L’envoi vient d’un autre site et n’a pas été lu. Ouvrez Chanzo dans son propre onglet et recommencez.',
} as const
