/** Products, versions, files and API keys. */
export const catalogue: Readonly<Record<string, string>> = {
  'API key': 'API-Schlüssel',
  'API keys': 'API-Schlüssel',
  'A revoked key is refused within seconds.':
    'Ein widerrufener Schlüssel wird innerhalb von Sekunden abgelehnt.',
  Changelog: 'Änderungsprotokoll',
  'Client software sends it as product_id. Left empty, one is made. It never changes.':
    'Client-Software sendet sie als product_id. Bleibt das Feld leer, wird eine erzeugt. Sie ändert sich nie.',
  Delivery: 'Zustellung',
  Description: 'Beschreibung',
  'Empty: never.': 'Leer: nie.',
  'Envato ID': 'Envato-ID',
  'Expires At': 'Läuft ab am',
  External: 'Extern',
  'External: client software. Internal: shop back ends.':
    'Extern: Client-Software. Intern: Shop-Systeme.',
  Internal: 'Intern',
  'Key ID': 'Schlüssel-ID',
  Kind: 'Art',
  'Licenses of a product that is switched off are refused.':
    'Lizenzen eines ausgeschalteten Produkts werden abgelehnt.',
  'Main File': 'Hauptdatei',
  'Markdown.': 'Markdown.',
  'Offer the latest version at once; otherwise the next one after the installed.':
    'Sofort die neueste Version anbieten, sonst die nächste nach der installierten.',
  'Only active versions are offered to client software.':
    'Nur aktive Versionen werden Client-Software angeboten.',
  Prefix: 'Präfix',
  Products: 'Produkte',
  'Public key': 'Öffentlicher Schlüssel',
  'Reference ID': 'Referenz-ID',
  'Release date': 'Veröffentlicht am',
  'Release file': 'Datei einer Version',
  'Release files': 'Dateien der Versionen',
  Reveal: 'Anzeigen',
  'Retired at': 'Abgelöst am',
  Revoked: 'Widerrufen',
  'SQL file': 'SQL-Datei',
  'Serve the latest version': 'Neueste Version ausliefern',
  'Signing key': 'Signaturschlüssel',
  'Signing keys': 'Signaturschlüssel',
  Summary: 'Zusammenfassung',
  'The raw key in base64url.': 'Der rohe Schlüssel in Base64url.',
  'They sign license certificates. Deleting one ends every certificate that it signed.':
    'Sie signieren Lizenzzertifikate. Wird einer gelöscht, gilt kein Zertifikat mehr, das er signiert hat.',
  'Updates need a license': 'Updates nur mit Lizenz',
  Version: 'Version',
  Versions: 'Versionen',
}
