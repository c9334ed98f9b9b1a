import { NameCell as NameCell_3435a5787cb5709df1e8ef0b97fb1ab9 } from '../../../../src/admin/customers/NameCell'
import { CustomerActions as CustomerActions_556931b6487e2fe1500e41a6889285db } from '../../../../src/admin/customer/CustomerActions'
import { CopyCell as CopyCell_b2671d0e08b9818d75deb72ed84fa5b7 } from '../../../../src/admin/customers/CopyCell'
import { MoveLicenses as MoveLicenses_1636d6dcc7e244252031961f1026b092 } from '../../../../src/admin/customers/MoveLicenses'
import { StateCell as StateCell_f8ad2a7fc8439dea2083b0e05cc1f948 } from '../../../../src/admin/customers/StateCell'
import { DeleteCustomer as DeleteCustomer_9c4e93c83dacd962c373fdc8ce1e1e3d } from '../../../../src/admin/customers/DeleteCustomer'
import { ExportItems as ExportItems_80287204ad18eda9ce77949799d628d8 } from '../../../../src/admin/exports/ExportItems'
import { CustomerListTools as CustomerListTools_ab8222002556b915d10dfed3e82bdc89 } from '../../../../src/admin/customers/CustomerListTools'
import { ActivationsTab as ActivationsTab_b076f0e58a04b0f4ed3b24bce31968b2 } from '../../../../src/admin/customers/tabs/ActivationsTab'
import { ActivityTab as ActivityTab_d23beea844a519fcbab890db3b638799 } from '../../../../src/admin/customers/tabs/ActivityTab'
import { LicensesTab as LicensesTab_8e4db7e113555221a4d3081e859e4e70 } from '../../../../src/admin/customers/tabs/LicensesTab'
import { LoginsTab as LoginsTab_c456cd885116a3b24355994eaff697ee } from '../../../../src/admin/customers/tabs/LoginsTab'
import { MailsTab as MailsTab_99479b06923c6f77dd1ee19ead095c7b } from '../../../../src/admin/customers/tabs/MailsTab'
import { CustomerList as CustomerList_86ba5349b9fc8c8babbdb15fa5e68a8b } from '../../../../src/admin/customers/CustomerList'
import { LicenseStatusCell as LicenseStatusCell_7a1f28eff98827b635924c3c6f9d6651 } from '../../../../src/admin/LicenseStatusCell'
import { LicenseActions as LicenseActions_96d805eb3471610d10fd38b1ce772c5b } from '../../../../src/admin/licenses/LicenseActions'
import { DeliverLicense as DeliverLicense_c89786b8fc7576dc57e8359c5b2d2ff0 } from '../../../../src/admin/licenses/DeliverLicense'
import { LicenseListTools as LicenseListTools_251dd2e8118753ed4f32cb998c57cd47 } from '../../../../src/admin/licenses/LicenseListTools'
import { ActivationsTab as ActivationsTab_66cdd22b7ac6ce308bae851cf534d0d3 } from '../../../../src/admin/licenses/ActivationsTab'
import { NewApiKey as NewApiKey_1530460d76aca4c60a11bece292a7eb8 } from '../../../../src/admin/NewApiKey'
import { RotateKey as RotateKey_b54b86a98a0eb86afb28db4779babd7d } from '../../../../src/admin/signingKeys/RotateKey'
import { SendAgain as SendAgain_d9726a4ef1309e6197c7e013db908a97 } from '../../../../src/admin/webhooks/SendAgain'
import { MailTemplates as MailTemplates_b4a772f4933b5706712fe37114048c30 } from '../../../../src/admin/mailTemplates/MailTemplates'
import { AdminSearch as AdminSearch_630f85c08b7c7c893df1cb2c3f3272df } from '../../../../src/admin/search/AdminSearch'
import { ReportsNav as ReportsNav_7fde3aab77a8c9640925c5264e780c23 } from '../../../../src/admin/reports/ReportsNav'
import { ImportsNavLink as ImportsNavLink_3bf4ae87f54c26d923aedc6a523b5d45 } from '../../../../src/admin/imports/ImportsNavLink'
import { MailNotice as MailNotice_bfa4530f17ca35fc669275594f8f467f } from '../../../../src/admin/mails/MailNotice'
import { ConflictNotice as ConflictNotice_ac0e9daa27d760aa30ef4110d163fa3c } from '../../../../src/admin/envato/ConflictNotice'
import { TopCustomersReport as TopCustomersReport_978211e87424abc0142e796223325861 } from '../../../../src/admin/reports/TopCustomersReport'
import { ImportView as ImportView_d2fd74e514bd85401e7b5874bfb52f5b } from '../../../../src/admin/imports/ImportView'
import { ImportsView as ImportsView_6e62ba14dbd0b9f06010bc040f8c4465 } from '../../../../src/admin/imports/ImportsView'
import { CustomersTotal as CustomersTotal_4c0302da815677b3f3efaf1d2b00ba64 } from '../../../../src/admin/dashboard/CustomersTotal'
import { CustomersNew as CustomersNew_731d91369b0957285b92b09f0ebd540a } from '../../../../src/admin/dashboard/CustomersNew'
import { CustomersGrowth as CustomersGrowth_8c81c9f45662de580ae63a9db20b1f6f } from '../../../../src/admin/dashboard/CustomersGrowth'
import { CustomersTop as CustomersTop_8c738bac27db7bbd7866189bd31091c6 } from '../../../../src/admin/dashboard/CustomersTop'
import { LicensesByStatus as LicensesByStatus_768cd1d6dfd5fd0c2f97d75e605f9555 } from '../../../../src/admin/dashboard/LicensesByStatus'
import { ActivationsOverTime as ActivationsOverTime_35004a187c3cd89cc5dc2e2eb5753d0f } from '../../../../src/admin/dashboard/ActivationsOverTime'
import { LicensesExpiring as LicensesExpiring_f4e0e4cc4908d8e48864fe9f08b62277 } from '../../../../src/admin/dashboard/LicensesExpiring'
import { FailedAttempts as FailedAttempts_0dcd99318c9595d27e87890422333ca0 } from '../../../../src/admin/dashboard/FailedAttempts'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/src/admin/customers/NameCell#NameCell": NameCell_3435a5787cb5709df1e8ef0b97fb1ab9,
  "/src/admin/customer/CustomerActions#CustomerActions": CustomerActions_556931b6487e2fe1500e41a6889285db,
  "/src/admin/customers/CopyCell#CopyCell": CopyCell_b2671d0e08b9818d75deb72ed84fa5b7,
  "/src/admin/customers/MoveLicenses#MoveLicenses": MoveLicenses_1636d6dcc7e244252031961f1026b092,
  "/src/admin/customers/StateCell#StateCell": StateCell_f8ad2a7fc8439dea2083b0e05cc1f948,
  "/src/admin/customers/DeleteCustomer#DeleteCustomer": DeleteCustomer_9c4e93c83dacd962c373fdc8ce1e1e3d,
  "/src/admin/exports/ExportItems#ExportItems": ExportItems_80287204ad18eda9ce77949799d628d8,
  "/src/admin/customers/CustomerListTools#CustomerListTools": CustomerListTools_ab8222002556b915d10dfed3e82bdc89,
  "/src/admin/customers/tabs/ActivationsTab#ActivationsTab": ActivationsTab_b076f0e58a04b0f4ed3b24bce31968b2,
  "/src/admin/customers/tabs/ActivityTab#ActivityTab": ActivityTab_d23beea844a519fcbab890db3b638799,
  "/src/admin/customers/tabs/LicensesTab#LicensesTab": LicensesTab_8e4db7e113555221a4d3081e859e4e70,
  "/src/admin/customers/tabs/LoginsTab#LoginsTab": LoginsTab_c456cd885116a3b24355994eaff697ee,
  "/src/admin/customers/tabs/MailsTab#MailsTab": MailsTab_99479b06923c6f77dd1ee19ead095c7b,
  "/src/admin/customers/CustomerList#CustomerList": CustomerList_86ba5349b9fc8c8babbdb15fa5e68a8b,
  "/src/admin/LicenseStatusCell#LicenseStatusCell": LicenseStatusCell_7a1f28eff98827b635924c3c6f9d6651,
  "/src/admin/licenses/LicenseActions#LicenseActions": LicenseActions_96d805eb3471610d10fd38b1ce772c5b,
  "/src/admin/licenses/DeliverLicense#DeliverLicense": DeliverLicense_c89786b8fc7576dc57e8359c5b2d2ff0,
  "/src/admin/licenses/LicenseListTools#LicenseListTools": LicenseListTools_251dd2e8118753ed4f32cb998c57cd47,
  "/src/admin/licenses/ActivationsTab#ActivationsTab": ActivationsTab_66cdd22b7ac6ce308bae851cf534d0d3,
  "/src/admin/NewApiKey#NewApiKey": NewApiKey_1530460d76aca4c60a11bece292a7eb8,
  "/src/admin/signingKeys/RotateKey#RotateKey": RotateKey_b54b86a98a0eb86afb28db4779babd7d,
  "/src/admin/webhooks/SendAgain#SendAgain": SendAgain_d9726a4ef1309e6197c7e013db908a97,
  "/src/admin/mailTemplates/MailTemplates#MailTemplates": MailTemplates_b4a772f4933b5706712fe37114048c30,
  "/src/admin/search/AdminSearch#AdminSearch": AdminSearch_630f85c08b7c7c893df1cb2c3f3272df,
  "/src/admin/reports/ReportsNav#ReportsNav": ReportsNav_7fde3aab77a8c9640925c5264e780c23,
  "/src/admin/imports/ImportsNavLink#ImportsNavLink": ImportsNavLink_3bf4ae87f54c26d923aedc6a523b5d45,
  "/src/admin/mails/MailNotice#MailNotice": MailNotice_bfa4530f17ca35fc669275594f8f467f,
  "/src/admin/envato/ConflictNotice#ConflictNotice": ConflictNotice_ac0e9daa27d760aa30ef4110d163fa3c,
  "/src/admin/reports/TopCustomersReport#TopCustomersReport": TopCustomersReport_978211e87424abc0142e796223325861,
  "/src/admin/imports/ImportView#ImportView": ImportView_d2fd74e514bd85401e7b5874bfb52f5b,
  "/src/admin/imports/ImportsView#ImportsView": ImportsView_6e62ba14dbd0b9f06010bc040f8c4465,
  "/src/admin/dashboard/CustomersTotal#CustomersTotal": CustomersTotal_4c0302da815677b3f3efaf1d2b00ba64,
  "/src/admin/dashboard/CustomersNew#CustomersNew": CustomersNew_731d91369b0957285b92b09f0ebd540a,
  "/src/admin/dashboard/CustomersGrowth#CustomersGrowth": CustomersGrowth_8c81c9f45662de580ae63a9db20b1f6f,
  "/src/admin/dashboard/CustomersTop#CustomersTop": CustomersTop_8c738bac27db7bbd7866189bd31091c6,
  "/src/admin/dashboard/LicensesByStatus#LicensesByStatus": LicensesByStatus_768cd1d6dfd5fd0c2f97d75e605f9555,
  "/src/admin/dashboard/ActivationsOverTime#ActivationsOverTime": ActivationsOverTime_35004a187c3cd89cc5dc2e2eb5753d0f,
  "/src/admin/dashboard/LicensesExpiring#LicensesExpiring": LicensesExpiring_f4e0e4cc4908d8e48864fe9f08b62277,
  "/src/admin/dashboard/FailedAttempts#FailedAttempts": FailedAttempts_0dcd99318c9595d27e87890422333ca0,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
