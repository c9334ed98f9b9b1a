/** The settings. */
export const settings: Readonly<Record<string, string>> = {
  '"Remember me" ends after idle days': '„Angemeldet bleiben“ endet nach Tagen ohne Nutzung',
  '0: never.': '0: nie.',
  'A session ends after idle hours': 'Eine Sitzung endet nach Stunden ohne Nutzung',
  API: 'API',
  'Address of an image that mail programs can load. Empty: the name as text.':
    'Adresse eines Bildes, das Mailprogramme laden können. Leer: der Name als Text.',
  'Address of the "Get More Licenses" button on the Licenses page. Leave empty to hide the button.':
    'Adresse der Schaltfläche „Weitere Lizenzen kaufen“ auf der Seite „Lizenzen“. Leer: keine Schaltfläche.',
  'Allow customers to deactivate activations': 'Kunden dürfen Aktivierungen deaktivieren',
  'Allow customers to register': 'Kunden dürfen sich registrieren',
  'Blacklist a domain after this many failed attempts':
    'Domain nach so vielen Fehlversuchen sperren',
  'Blacklist an IP address after this many failed attempts':
    'IP-Adresse nach so vielen Fehlversuchen sperren',
  Brand: 'Marke',
  Colour: 'Farbe',
  'Counted by': 'Gezählt nach',
  'Days before': 'Tage vorher',
  'Deactivate the oldest one': 'Die älteste deaktivieren',
  'Development and staging hosts take no slot':
    'Entwicklungs- und Testsysteme belegen keinen Platz',
  'Envato personal token': 'Persönliches Token bei Envato',
  'With it, purchase codes of your items are looked up at Envato when software activates with verify_type envato. Kept encrypted and never shown again.':
    'Damit werden Kaufcodes Ihrer Artikel bei Envato nachgeschlagen, wenn Software mit verify_type envato aktiviert. Wird verschlüsselt aufbewahrt und nicht wieder angezeigt.',
  'Enable Activations page': 'Seite „Aktivierungen“ einschalten',
  'Enable Licenses page': 'Seite „Lizenzen“ einschalten',
  'Further development and staging hosts': 'Weitere Entwicklungs- und Testsysteme',
  General: 'Allgemein',
  'Get More Licenses URL': 'Adresse für „Weitere Lizenzen kaufen“',
  'IP address and API key': 'IP-Adresse und API-Schlüssel',
  'Ignore upper and lower case in license codes':
    'Groß- und Kleinschreibung in Lizenzcodes nicht beachten',
  'In characters. Long passwords are safer than ones with many kinds of characters.':
    'In Zeichen. Lange Passwörter sind sicherer als solche mit vielen Arten von Zeichen.',
  'License certificates hold for days': 'Lizenzzertifikate gelten Tage',
  'License code format': 'Format der Lizenzcodes',
  Logo: 'Logo',
  'Mail Templates': 'Mailvorlagen',
  'New customers confirm their e-mail address before they can log in.':
    'Neue Kunden bestätigen ihre E-Mail-Adresse, bevor sie sich anmelden können.',
  'Of buttons in mails, as #rrggbb.': 'Der Schaltflächen in Mails, als #rrggbb.',
  'Record failed attempts': 'Fehlversuche aufzeichnen',
  'Refuse the new activation': 'Die neue Aktivierung ablehnen',
  'Requests per minute': 'Anfragen je Minute',
  'Require e-mail verification': 'Bestätigung der E-Mail-Adresse verlangen',
  Security: 'Sicherheit',
  Settings: 'Einstellungen',
  'Shortest password of a customer': 'Kürzestes Passwort eines Kunden',
  'Show the Activations page in the customer portal.':
    'Die Seite „Aktivierungen“ im Kundenportal anzeigen.',
  'Show the Licenses page in the customer portal.':
    'Die Seite „Lizenzen“ im Kundenportal anzeigen.',
  'Software that runs offline needs a new one then. A blocked license goes on offline for as long. Empty: as long as the license.':
    'Danach braucht Software ohne Verbindung ein neues. So lange läuft auch eine gesperrte Lizenz ohne Verbindung weiter. Leer: so lange wie die Lizenz.',
  'Stands in the portal and in every mail.': 'Steht im Portal und in jeder Mail.',
  'Support address': 'Support-Adresse',
  "To the customer, or to the license's address where it has no customer.":
    'An den Kunden, oder an die Adresse der Lizenz, wenn sie keinen Kunden hat.',
  'Warn before a license expires': 'Warnen, bevor eine Lizenz abläuft',
  'When all slots are taken': 'Wenn alle Plätze belegt sind',
  'When disabled, only admins can deactivate activations.':
    'Ausgeschaltet können nur Administratoren Aktivierungen deaktivieren.',
  'Where customers can write to; answers to mails go there.':
    'Wohin Kunden schreiben können; Antworten auf Mails gehen dorthin.',
  'Whole numbers from 1 to 365, such as 30,7,1.':
    'Ganze Zahlen von 1 bis 365, zum Beispiel 30,7,1.',
  'With * wildcards, such as staging.*. Press Enter after each. localhost, private addresses, *.test, *.local and *.localhost always count.':
    'Mit * als Platzhalter, zum Beispiel staging.*. Nach jedem Eintrag Enter drücken. localhost, private Adressen, *.test, *.local und *.localhost zählen immer dazu.',
  'X stands for a letter or digit, A for a letter, 9 for a digit; {uuid} makes a UUID; all else is kept. At least 128 random bits.':
    'X steht für einen Buchstaben oder eine Ziffer, A für einen Buchstaben, 9 für eine Ziffer; {uuid} ergibt eine UUID; alles andere bleibt. Mindestens 128 zufällige Bits.',
  'and at the latest after days': 'und spätestens nach Tagen',
  'and at the latest after hours': 'und spätestens nach Stunden',
}
