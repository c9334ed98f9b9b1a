import { CustomerActions as CustomerActions_556931b6487e2fe1500e41a6889285db } from '../../../../src/admin/customer/CustomerActions'
import { ExportItems as ExportItems_80287204ad18eda9ce77949799d628d8 } from '../../../../src/admin/exports/ExportItems'
import { LicenseStatusCell as LicenseStatusCell_7a1f28eff98827b635924c3c6f9d6651 } from '../../../../src/admin/LicenseStatusCell'
import { NewApiKey as NewApiKey_1530460d76aca4c60a11bece292a7eb8 } from '../../../../src/admin/NewApiKey'
import { MailNotice as MailNotice_bfa4530f17ca35fc669275594f8f467f } from '../../../../src/admin/mails/MailNotice'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/src/admin/customer/CustomerActions#CustomerActions": CustomerActions_556931b6487e2fe1500e41a6889285db,
  "/src/admin/exports/ExportItems#ExportItems": ExportItems_80287204ad18eda9ce77949799d628d8,
  "/src/admin/LicenseStatusCell#LicenseStatusCell": LicenseStatusCell_7a1f28eff98827b635924c3c6f9d6651,
  "/src/admin/NewApiKey#NewApiKey": NewApiKey_1530460d76aca4c60a11bece292a7eb8,
  "/src/admin/mails/MailNotice#MailNotice": MailNotice_bfa4530f17ca35fc669275594f8f467f,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
