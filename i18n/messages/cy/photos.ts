import type { Translated } from "../../translated.ts";
import type { photos as en } from "../en/photos.ts";

export const photos: Translated<typeof en> = {
  legend: "Llun",
  hint: "JPEG, PNG neu WebP, hyd at 20 MB. Rydym yn ei wneud yn llai ac yn tynnu’r lle, yr amser a’r ddyfais a ysgrifennodd eich camera ynddo.",
  file: "Dewiswch lun",
  another: "Dewiswch lun arall yn ei le",
  kept: "Mae’r llun hwn gyda’ch ffurflen. Nid oes angen i chi ei ddewis eto.",
  keptAlt: "Y llun sydd gyda’r ffurflen hon",
  remove: "Tynnu’r llun hwn i ffwrdd",
  alt: "Beth mae’r llun yn ei ddangos?",
  altIn: { en: "Beth mae’r llun yn ei ddangos, yn Saesneg?", cy: "Beth mae’r llun yn ei ddangos, yn Gymraeg?" },
  altHint: "I bobl na allant ei weld. Er enghraifft: palmant wedi cracio wrth y siglenni ym Mharc y Felin.",
  faults: {
    "photo-empty": "Mae’r ffeil yn wag. Dewiswch lun arall",
    "photo-too-large": "Mae’r llun yn fwy na 20 MB. Dewiswch un llai",
    "photo-kind": "Nid llun JPEG, PNG na WebP yw hwn. Dewiswch lun o un o’r mathau hyn",
    "photo-heif": "Llun HEIC yw hwn, fel y mae iPhone yn eu cadw. Rhannwch ef fel “Most compatible” (JPEG), neu tynnwch sgrinlun ohono, a dewiswch hwnnw",
    "photo-too-many-pixels": "Mae gan y llun fwy na 52 miliwn o bicseli. Dewiswch un llai",
    "photo-too-small": "Mae’r llun yn llai na 120 picsel ar un ochr. Dewiswch un mwy",
    "photo-unreadable": "Mae’r llun wedi’i ddifrodi ac ni ellir ei agor. Dewiswch un arall",
    "photo-gone": "Nid yw’r llun hwn gennym bellach. Dewiswch ef eto",
    "photo-alt": "Dywedwch beth mae’r llun yn ei ddangos, i bobl na allant ei weld",
  },
};
