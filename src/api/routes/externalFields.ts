/** What the reference says of the fields that installed software sends. */
export const externalFields = {
  client_name: 'Whose installation it is, for people.',
  fingerprint:
    'What tells this device apart. An activation that has it is for this device only; that of a domain is bound to it when software there activates again. Also in the header X-API-FINGERPRINT.',
  include_installations:
    'At the limit, name the active installations. Also by the header X-API-DETAILS: installations.',
  license_code: 'The code that the customer entered; in place of license_data.',
  license_data: 'What activation answered with.',
  license_file: 'The older name of license_data.',
  product_id: "The product's reference ID.",
  ttl_days: 'How long the certificate is to hold; at most as long as the settings allow.',
  verify_type: 'envato: the code may be a purchase code of Envato that has no licence yet.',
}
