/* Ce que dit un téléphone verrouillé : codes, fichiers de secours, sortie. */
export const deviceFr = {
  'refusal.pin-too-short': 'Ce code est trop court. Choisissez au moins {least} chiffres, ou une phrase d’au moins {letters} caractères.',
  'refusal.pin-too-long': 'Ce code est trop long : {most} caractères au plus. Choisissez-en un plus court.',
  'refusal.pin-too-easy':
    'Ce code est de ceux qu’on essaie en premier (suite, répétition, année, touches alignées). Choisissez-en un autre.',
  'refusal.wrong-pin':
    'Ce n’est pas le bon code. Vérifiez que c’est bien votre place, puis essayez encore ; après trop d’essais, il faudra le réseau.',
  'refusal.wrong-pin.left':
    'Ce n’est pas le bon code. Il reste {left} {left|essai|essais} ; ensuite, il faudra le réseau et votre mot de passe.',
  'refusal.needs-network':
    'Trop de codes faux. Allez où il y a du réseau, puis choisissez « Code oublié » et entrez votre mot de passe. Votre travail reste sur ce téléphone.',
  'refusal.key-destroyed':
    'Après trop de codes faux, la clé de cette place a été détruite sur ce téléphone. Ce qui n’est pas envoyé n’est pas perdu : avec le réseau, choisissez « Code oublié », ou faites un fichier de secours et remettez-le à votre responsable.',
  'refusal.lease-over':
    'Ce téléphone n’a pas parlé au serveur depuis {days} jours. Allez où il y a du réseau, puis entrez votre code : il s’ouvrira. Votre travail reste ici.',
  'refusal.no-such-seat': 'Cette place n’existe pas sur ce téléphone. Revenez à la liste des places.',
  'refusal.seat-locked': 'Cette place est verrouillée. Ouvrez-la avec son code, puis recommencez.',
  'refusal.open-elsewhere':
    'Cette place est déjà ouverte dans une autre fenêtre de ce téléphone. Fermez l’autre fenêtre, puis entrez votre code.',
  'refusal.wrong-data-key':
    'La clé reçue du serveur n’ouvre pas cette place. Vérifiez que vous êtes bien la personne inscrite à cette place, puis recommencez.',
  'refusal.unsent-work':
    'Il reste du travail sur ce téléphone : {ready} {ready|fiche|fiches} et {photos} {photos|photo|photos} à envoyer, {drafts} {drafts|brouillon|brouillons}. Envoyez-les ou supprimez les brouillons, ou faites un fichier de secours, puis quittez.',
  'refusal.not-a-rescue-file':
    'Ce fichier n’est pas un fichier de secours de Chanzo, ou son début est abîmé. Copiez-le à nouveau depuis le téléphone.',
  'refusal.rescue-file-without-code':
    'Ce fichier a été fait sur un téléphone verrouillé : seul le serveur peut l’ouvrir. Remettez-le à votre responsable.',
  'refusal.code-not-complete': 'Le code du fichier a seize lettres et chiffres, en quatre groupes de quatre. Relisez-le et complétez-le.',
  'refusal.wrong-code':
    'Ce code n’ouvre pas ce fichier. Vérifiez que le code et le fichier ont été faits ensemble, puis relisez-le lettre par lettre.',
  'refusal.duress-pin-same': 'Le code sous contrainte doit être autre que votre code. Choisissez-en un autre.',
  'device.duress.limits':
    'Ce second code ouvre un espace vide. Il ne prouve rien : quelqu’un qui examine le téléphone voit qu’il contient des données chiffrées, et combien. Ne comptez pas sur lui pour nier que vous travaillez avec Chanzo. Ce qui est écrit dans l’espace vide disparaît au verrouillage.',
  'device.code.once':
    'Ce code n’est montré qu’une fois. Écrivez-le sur papier et gardez-le loin du fichier : qui a les deux lit tout et peut signer à votre place.',
} as const
