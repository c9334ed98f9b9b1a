import { NameCell as NameCell_f4f1e138b3829faf233e00eb913fabc4 } from 'payload-license-manager/client'
import { CustomerActions as CustomerActions_f4f1e138b3829faf233e00eb913fabc4 } from 'payload-license-manager/client'
import { CopyCell as CopyCell_f4f1e138b3829faf233e00eb913fabc4 } from 'payload-license-manager/client'
import { MoveLicenses as MoveLicenses_f4f1e138b3829faf233e00eb913fabc4 } from 'payload-license-manager/client'
import { StateCell as StateCell_f4f1e138b3829faf233e00eb913fabc4 } from 'payload-license-manager/client'
import { DeleteCustomer as DeleteCustomer_f4f1e138b3829faf233e00eb913fabc4 } from 'payload-license-manager/client'
import { ExportItems as ExportItems_f4f1e138b3829faf233e00eb913fabc4 } from 'payload-license-manager/client'
import { CustomerListTools as CustomerListTools_f4f1e138b3829faf233e00eb913fabc4 } from 'payload-license-manager/client'
import { CustomerActivationsTab as CustomerActivationsTab_b4f3974a549492d32efde8cba4902238 } from 'payload-license-manager/rsc'
import { CustomerActivityTab as CustomerActivityTab_b4f3974a549492d32efde8cba4902238 } from 'payload-license-manager/rsc'
import { CustomerLicensesTab as CustomerLicensesTab_b4f3974a549492d32efde8cba4902238 } from 'payload-license-manager/rsc'
import { CustomerLoginsTab as CustomerLoginsTab_b4f3974a549492d32efde8cba4902238 } from 'payload-license-manager/rsc'
import { CustomerMailsTab as CustomerMailsTab_b4f3974a549492d32efde8cba4902238 } from 'payload-license-manager/rsc'
import { CustomerList as CustomerList_f4f1e138b3829faf233e00eb913fabc4 } from 'payload-license-manager/client'
import { LicenseStatusCell as LicenseStatusCell_f4f1e138b3829faf233e00eb913fabc4 } from 'payload-license-manager/client'
import { LicenseActions as LicenseActions_f4f1e138b3829faf233e00eb913fabc4 } from 'payload-license-manager/client'
import { DeliverLicense as DeliverLicense_f4f1e138b3829faf233e00eb913fabc4 } from 'payload-license-manager/client'
import { LicenseListTools as LicenseListTools_f4f1e138b3829faf233e00eb913fabc4 } from 'payload-license-manager/client'
import { LicenseActivationsTab as LicenseActivationsTab_b4f3974a549492d32efde8cba4902238 } from 'payload-license-manager/rsc'
import { NewApiKey as NewApiKey_f4f1e138b3829faf233e00eb913fabc4 } from 'payload-license-manager/client'
import { RotateKey as RotateKey_f4f1e138b3829faf233e00eb913fabc4 } from 'payload-license-manager/client'
import { RecordedValues as RecordedValues_f4f1e138b3829faf233e00eb913fabc4 } from 'payload-license-manager/client'
import { SendAgain as SendAgain_f4f1e138b3829faf233e00eb913fabc4 } from 'payload-license-manager/client'
import { MailTemplates as MailTemplates_f4f1e138b3829faf233e00eb913fabc4 } from 'payload-license-manager/client'
import { BlacklistField as BlacklistField_b4f3974a549492d32efde8cba4902238 } from 'payload-license-manager/rsc'
import { AdminSearch as AdminSearch_f4f1e138b3829faf233e00eb913fabc4 } from 'payload-license-manager/client'
import { ReportsNav as ReportsNav_f4f1e138b3829faf233e00eb913fabc4 } from 'payload-license-manager/client'
import { ImportsNavLink as ImportsNavLink_f4f1e138b3829faf233e00eb913fabc4 } from 'payload-license-manager/client'
import { MailNotice as MailNotice_b4f3974a549492d32efde8cba4902238 } from 'payload-license-manager/rsc'
import { ConflictNotice as ConflictNotice_b4f3974a549492d32efde8cba4902238 } from 'payload-license-manager/rsc'
import { TopCustomersReport as TopCustomersReport_b4f3974a549492d32efde8cba4902238 } from 'payload-license-manager/rsc'
import { ImportView as ImportView_b4f3974a549492d32efde8cba4902238 } from 'payload-license-manager/rsc'
import { ImportsView as ImportsView_b4f3974a549492d32efde8cba4902238 } from 'payload-license-manager/rsc'
import { CustomersTotal as CustomersTotal_b4f3974a549492d32efde8cba4902238 } from 'payload-license-manager/rsc'
import { CustomersNew as CustomersNew_b4f3974a549492d32efde8cba4902238 } from 'payload-license-manager/rsc'
import { CustomersGrowth as CustomersGrowth_b4f3974a549492d32efde8cba4902238 } from 'payload-license-manager/rsc'
import { CustomersTop as CustomersTop_b4f3974a549492d32efde8cba4902238 } from 'payload-license-manager/rsc'
import { LicensesByStatus as LicensesByStatus_b4f3974a549492d32efde8cba4902238 } from 'payload-license-manager/rsc'
import { ActivationsOverTime as ActivationsOverTime_b4f3974a549492d32efde8cba4902238 } from 'payload-license-manager/rsc'
import { LicensesExpiring as LicensesExpiring_b4f3974a549492d32efde8cba4902238 } from 'payload-license-manager/rsc'
import { FailedAttempts as FailedAttempts_b4f3974a549492d32efde8cba4902238 } from 'payload-license-manager/rsc'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "payload-license-manager/client#NameCell": NameCell_f4f1e138b3829faf233e00eb913fabc4,
  "payload-license-manager/client#CustomerActions": CustomerActions_f4f1e138b3829faf233e00eb913fabc4,
  "payload-license-manager/client#CopyCell": CopyCell_f4f1e138b3829faf233e00eb913fabc4,
  "payload-license-manager/client#MoveLicenses": MoveLicenses_f4f1e138b3829faf233e00eb913fabc4,
  "payload-license-manager/client#StateCell": StateCell_f4f1e138b3829faf233e00eb913fabc4,
  "payload-license-manager/client#DeleteCustomer": DeleteCustomer_f4f1e138b3829faf233e00eb913fabc4,
  "payload-license-manager/client#ExportItems": ExportItems_f4f1e138b3829faf233e00eb913fabc4,
  "payload-license-manager/client#CustomerListTools": CustomerListTools_f4f1e138b3829faf233e00eb913fabc4,
  "payload-license-manager/rsc#CustomerActivationsTab": CustomerActivationsTab_b4f3974a549492d32efde8cba4902238,
  "payload-license-manager/rsc#CustomerActivityTab": CustomerActivityTab_b4f3974a549492d32efde8cba4902238,
  "payload-license-manager/rsc#CustomerLicensesTab": CustomerLicensesTab_b4f3974a549492d32efde8cba4902238,
  "payload-license-manager/rsc#CustomerLoginsTab": CustomerLoginsTab_b4f3974a549492d32efde8cba4902238,
  "payload-license-manager/rsc#CustomerMailsTab": CustomerMailsTab_b4f3974a549492d32efde8cba4902238,
  "payload-license-manager/client#CustomerList": CustomerList_f4f1e138b3829faf233e00eb913fabc4,
  "payload-license-manager/client#LicenseStatusCell": LicenseStatusCell_f4f1e138b3829faf233e00eb913fabc4,
  "payload-license-manager/client#LicenseActions": LicenseActions_f4f1e138b3829faf233e00eb913fabc4,
  "payload-license-manager/client#DeliverLicense": DeliverLicense_f4f1e138b3829faf233e00eb913fabc4,
  "payload-license-manager/client#LicenseListTools": LicenseListTools_f4f1e138b3829faf233e00eb913fabc4,
  "payload-license-manager/rsc#LicenseActivationsTab": LicenseActivationsTab_b4f3974a549492d32efde8cba4902238,
  "payload-license-manager/client#NewApiKey": NewApiKey_f4f1e138b3829faf233e00eb913fabc4,
  "payload-license-manager/client#RotateKey": RotateKey_f4f1e138b3829faf233e00eb913fabc4,
  "payload-license-manager/client#RecordedValues": RecordedValues_f4f1e138b3829faf233e00eb913fabc4,
  "payload-license-manager/client#SendAgain": SendAgain_f4f1e138b3829faf233e00eb913fabc4,
  "payload-license-manager/client#MailTemplates": MailTemplates_f4f1e138b3829faf233e00eb913fabc4,
  "payload-license-manager/rsc#BlacklistField": BlacklistField_b4f3974a549492d32efde8cba4902238,
  "payload-license-manager/client#AdminSearch": AdminSearch_f4f1e138b3829faf233e00eb913fabc4,
  "payload-license-manager/client#ReportsNav": ReportsNav_f4f1e138b3829faf233e00eb913fabc4,
  "payload-license-manager/client#ImportsNavLink": ImportsNavLink_f4f1e138b3829faf233e00eb913fabc4,
  "payload-license-manager/rsc#MailNotice": MailNotice_b4f3974a549492d32efde8cba4902238,
  "payload-license-manager/rsc#ConflictNotice": ConflictNotice_b4f3974a549492d32efde8cba4902238,
  "payload-license-manager/rsc#TopCustomersReport": TopCustomersReport_b4f3974a549492d32efde8cba4902238,
  "payload-license-manager/rsc#ImportView": ImportView_b4f3974a549492d32efde8cba4902238,
  "payload-license-manager/rsc#ImportsView": ImportsView_b4f3974a549492d32efde8cba4902238,
  "payload-license-manager/rsc#CustomersTotal": CustomersTotal_b4f3974a549492d32efde8cba4902238,
  "payload-license-manager/rsc#CustomersNew": CustomersNew_b4f3974a549492d32efde8cba4902238,
  "payload-license-manager/rsc#CustomersGrowth": CustomersGrowth_b4f3974a549492d32efde8cba4902238,
  "payload-license-manager/rsc#CustomersTop": CustomersTop_b4f3974a549492d32efde8cba4902238,
  "payload-license-manager/rsc#LicensesByStatus": LicensesByStatus_b4f3974a549492d32efde8cba4902238,
  "payload-license-manager/rsc#ActivationsOverTime": ActivationsOverTime_b4f3974a549492d32efde8cba4902238,
  "payload-license-manager/rsc#LicensesExpiring": LicensesExpiring_b4f3974a549492d32efde8cba4902238,
  "payload-license-manager/rsc#FailedAttempts": FailedAttempts_b4f3974a549492d32efde8cba4902238,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
