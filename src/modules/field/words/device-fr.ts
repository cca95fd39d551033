/* Ce que dit un téléphone quand il n’ouvre pas, ne lit pas ou ne laisse pas partir : PIN, fichiers de secours, sortie. */
export const deviceFr = {
  'refusal.pin-too-short': 'Ce PIN est trop court. Choisissez au moins {least} chiffres, ou une phrase d’au moins {letters} caractères.',
  'refusal.pin-too-long': 'Ce PIN est trop long : {most} caractères au plus. Choisissez-en un plus court.',
  'refusal.pin-too-easy':
    'Ce PIN est de ceux qu’on essaie en premier (suite, répétition, année, touches alignées). Choisissez-en un autre.',
  'refusal.wrong-pin':
    'Ce PIN n’est pas le bon. Vérifiez que c’est bien votre place, puis essayez encore ; après trop d’essais, il faudra le réseau.',
  'refusal.needs-network':
    'Trop de PIN faux. Allez où il y a du réseau, puis choisissez « PIN oublié » et tapez votre mot de passe. Votre travail reste sur ce téléphone.',
  'refusal.key-destroyed':
    'Après trop de PIN faux, plus aucun PIN n’ouvre cette place. Ce qui n’est pas envoyé n’est pas perdu : avec le réseau, choisissez « PIN oublié », ou faites un fichier de secours et remettez-le à votre responsable.',
  'refusal.lease-over':
    'Ce téléphone n’a pas parlé au serveur depuis {days} jours. Allez où il y a du réseau, puis tapez votre PIN : il s’ouvrira. Votre travail reste ici.',
  'refusal.no-such-seat': 'Cette place n’existe pas sur ce téléphone. Revenez à la liste des places.',
  'refusal.seat-locked': 'Cette place est verrouillée. Ouvrez-la avec son PIN, puis recommencez.',
  'refusal.open-elsewhere':
    'Cette place est déjà ouverte dans une autre fenêtre de ce téléphone. Fermez l’autre fenêtre, puis tapez votre PIN.',
  'refusal.wrong-data-key':
    'La clé reçue du serveur n’ouvre pas cette place. Vérifiez que vous êtes bien la personne inscrite à cette place, puis recommencez.',
  'refusal.unsent-work':
    'Il reste du travail sur ce téléphone : {ready} à envoyer, {photos} {photos|photo|photos}, {drafts} {drafts|brouillon|brouillons}, {files} {files|fichier porté pour un collègue|fichiers portés pour des collègues}. Envoyez, finissez ou faites un fichier de secours, puis quittez.',
  'refusal.not-a-rescue-file':
    'Ce fichier n’est pas un fichier de secours de Chanzo, ou son début est abîmé. Copiez-le à nouveau depuis le téléphone.',
  'refusal.rescue-file-without-code':
    'Ce fichier a été fait sur un téléphone verrouillé : seul le serveur peut l’ouvrir. Remettez-le à votre responsable.',
  'refusal.code-not-complete': 'Le code du fichier a seize lettres et chiffres, en quatre groupes de quatre. Relisez-le et complétez-le.',
  'refusal.wrong-code-of-file':
    'Ce code n’ouvre pas ce fichier. Vérifiez que le code et le fichier ont été faits ensemble, puis relisez-le lettre par lettre.',
  'refusal.duress-pin-same': 'Le PIN sous contrainte doit être autre que votre PIN. Choisissez-en un autre.',
} as const
