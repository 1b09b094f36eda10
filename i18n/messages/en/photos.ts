/** Sending a photo, for residents and officers alike. */
export const photos = {
  legend: "A photo",
  hint: "JPEG, PNG or WebP, up to 20 MB. We make it smaller and take out the place, time and device your camera wrote into it.",
  file: "Choose a photo",
  another: "Choose another photo in its place",
  kept: "This photo is with your form. You do not need to choose it again.",
  keptAlt: "The photo that is with this form",
  remove: "Take this photo off",
  alt: "What does the photo show?",
  altIn: { en: "What does the photo show, in English?", cy: "What does the photo show, in Welsh?" },
  altHint: "For people who cannot see it. For example: cracked paving by the swings in Mill Park.",
  faults: {
    "photo-empty": "The file is empty. Choose another photo",
    "photo-too-large": "The photo is larger than 20 MB. Choose a smaller one",
    "photo-kind": "This is not a JPEG, PNG or WebP photo. Choose a photo of one of these kinds",
    "photo-heif": "This is a HEIC photo, as iPhones keep them. Share it as “Most compatible” (JPEG), or take a screenshot of it, and choose that",
    "photo-too-many-pixels": "The photo has more than 52 million pixels. Choose a smaller one",
    "photo-too-small": "The photo is smaller than 120 pixels on one side. Choose a larger one",
    "photo-unreadable": "The photo is damaged and cannot be opened. Choose another",
    "photo-gone": "We no longer have this photo. Choose it again",
    "photo-alt": "Say what the photo shows, for people who cannot see it",
  },
} as const;
