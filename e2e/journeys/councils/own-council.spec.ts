import type { Page } from "@playwright/test";
import { expectNoAxeViolations, expectNoSidewaysScroll } from "../../support/accessibility.ts";
import { signInAs } from "../../support/demo-session.ts";
import { expect, test } from "../../support/journey.ts";

async function looksRight(page: Page): Promise<void> {
  await expectNoAxeViolations(page);
  await expectNoSidewaysScroll(page);
}

/** A council of the test's own, whose administrator is the demo's: what is changed here is seen nowhere else. */
async function newCouncil(page: Page): Promise<string> {
  const slug = `own-${crypto.randomUUID()}`;
  await signInAs(page, "operator");
  const origin = test.info().project.use.baseURL ?? "";
  const made = await page.request.post("/en/operator/create", {
    headers: { Origin: origin },
    form: {
      once: crypto.randomUUID(),
      slug,
      nameEn: "Fellside Council",
      nameCy: "Cyngor Fellside",
      contactEmail: "hello@fellside.example",
      contactPhone: "01632 960 180",
      adminEmail: "admin@brackenshire.example",
    },
  });
  expect(made.url(), "the council was made").toContain(slug);
  await page.context().clearCookies();
  await signInAs(page, "council-admin");
  return slug;
}

const file = (name: string, text: string | Buffer) => ({ name, mimeType: "application/octet-stream", buffer: Buffer.from(text) });

test("an administrator names the council, chooses its colour and gives it a logo", async ({ page, to, words }) => {
  test.slow();
  const t = words.councils;
  const slug = await newCouncil(page);
  await page.goto(to(`/${slug}/manage/settings`));
  await looksRight(page);

  await page.getByLabel(t.settings.nameEn).fill("");
  await page.getByLabel(t.settings.contactPhone).fill("ring us");
  await page.getByRole("button", { name: t.settings.saveDetails }).click();
  await expect(page).toHaveTitle(new RegExp(`^${words.site.errorPrefix}`));
  await expect(page.getByRole("link", { name: t.faults.phone })).toHaveAttribute("href", "#contactPhone");
  await expect(page.getByLabel(t.settings.contactPhone)).toHaveValue("ring us");
  await looksRight(page);
  await page.getByLabel(t.settings.nameEn).fill("Fellside Town Council");
  await page.getByLabel(t.settings.nameCy).fill("Cyngor Tref Fellside");
  await page.getByLabel(t.settings.contactPhone).fill("01632 960 181");
  await page.getByRole("button", { name: t.settings.saveDetails }).click();
  await expect(page.getByText(t.settings.saved.details)).toBeVisible();

  await page.getByLabel(t.settings.colourField, { exact: true }).fill("#ffe000");
  await page.getByRole("button", { name: t.settings.showColour }).click();
  await expect(page.getByText(t.settings.notSaved)).toBeVisible();
  await expect(page.getByText(t.settings.darkened)).toBeVisible();
  await looksRight(page);
  await page.getByRole("button", { name: t.settings.saveColour }).click();
  await expect(page.getByText(t.settings.saved.colour)).toBeVisible();
  const sheet = await page.request.get(`/brand/${slug}/7a6a00.css`);
  expect(sheet.headers()["cache-control"]).toContain("immutable");
  expect(await sheet.text()).toContain("--brand:#7a6a00");
  await looksRight(page);

  await page.getByLabel(t.settings.logoField, { exact: true }).setInputFiles(file("logo.png", "not a picture"));
  await page.getByRole("button", { name: t.settings.saveLogo }).click();
  await expect(page.getByRole("link", { name: t.faults["logo-kind"] })).toHaveAttribute("href", "#logo");
  await looksRight(page);
  await page.getByLabel(t.settings.logoField, { exact: true }).setInputFiles(file("logo.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 44 44"><rect width="44" height="44"/></svg>'));
  await page.getByRole("button", { name: t.settings.saveLogo }).click();
  await expect(page.getByText(t.settings.saved.replaced)).toBeVisible();
  const address = (await page.getByRole("img", { name: t.settings.logoNow }).getAttribute("src")) ?? "";
  const logo = await page.request.get(address);
  expect(logo.headers()["content-security-policy"]).toBe("default-src 'none'; style-src 'unsafe-inline'; sandbox");
  await page.goto(to(`/${slug}`));
  await expect(page.getByRole("banner")).toContainText(test.info().project.use.locale === "cy-GB" ? "Cyngor Tref Fellside" : "Fellside Town Council");
});

const ward = (code: string, name: string, west: number) => ({
  type: "Feature",
  properties: { WD25CD: code, WD25NM: name, LAD25CD: "E07990001", LAD25NM: "Fellside" },
  geometry: {
    type: "Polygon",
    coordinates: [
      [
        [west, 54.1],
        [west + 0.1, 54.1],
        [west + 0.1, 54.2],
        [west, 54.2],
        [west, 54.1],
      ],
    ],
  },
});
const geojson = (...features: unknown[]) => JSON.stringify({ type: "FeatureCollection", features });

test("an administrator adds areas and postcodes, and reads what was wrong with a file", async ({ page, to, words }) => {
  test.slow();
  const t = words.councils;
  const slug = await newCouncil(page);
  const areas = to(`/${slug}/manage/areas`);
  await page.goto(to(`/${slug}/manage/postcodes`));
  await looksRight(page);
  await page.getByRole("link", { name: t.postcodes.toAreas }).click();
  await looksRight(page);
  await page.getByRole("button", { name: t.areas.check }).click();
  await expect(page.getByRole("link", { name: t.faults["file-missing"] })).toHaveAttribute("href", "#areas");
  await looksRight(page);

  await page.getByLabel(t.areas.boundariesField, { exact: true }).setInputFiles(file("swapped.geojson", geojson(ward("E05990101", "Acre", -2.6), { ...ward("E0599", "Brook", 54), geometry: { type: "Polygon", coordinates: [[[54.1, -2], [54.2, -2], [54.2, -2.1], [54.1, -2]]] } })));
  await page.getByRole("button", { name: t.areas.check }).click();
  await expect(page.getByText(t.imports.refusedTitle)).toBeVisible();
  await expect(page.getByText(t.importFaults["axes-swapped"])).toBeVisible();
  await looksRight(page);

  await page.goto(areas);
  await page.getByLabel(t.areas.boundariesField, { exact: true }).setInputFiles(file("wards.geojson", geojson(ward("E05990101", "Acre", -2.6), ward("E05990102", "Brook", -2.5))));
  await page.getByRole("button", { name: t.areas.check }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.offered.title);
  await looksRight(page);
  await page.getByRole("button", { name: t.offered.save }).click();
  await expect(page.getByText(t.imports.doneAreas)).toBeVisible();
  await page.goto(areas);
  await page.getByLabel(t.areas.populationsField, { exact: true }).setInputFiles(file("people.csv", 'code,population\nE05990101,"12,400"\nE05990102,9100\n'));
  await page.getByRole("button", { name: t.areas.savePopulations }).click();
  await expect(page.getByText(t.imports.doneTitle)).toBeVisible();
  await page.goto(areas);
  await expect(page.getByRole("row", { name: /Acre/ })).toContainText("12,400");
  await looksRight(page);

  await page.goto(to(`/${slug}/manage/postcodes`));
  await page.getByLabel(t.postcodes.field, { exact: true }).setInputFiles(file("zipped.csv", "PK\u0003\u0004"));
  await page.getByRole("button", { name: t.postcodes.begin }).click();
  await expect(page.getByRole("link", { name: t.faults["file-zip"] })).toHaveAttribute("href", "#postcodes");
  await looksRight(page);
  const rows = ["pcds,doterm,lad25cd,wd25cd", "ZZ1 1AA,,E07990001,E05990101", "ZZ1 1AB,,E07990001,E05990102", "ZZ1,,E07990001,E05990101", "ZZ9 9ZZ,,E07990002,E05990909"];
  await page.getByLabel(t.postcodes.field, { exact: true }).setInputFiles(file("directory.csv", rows.join("\r\n")));
  await page.getByRole("button", { name: t.postcodes.begin }).click();
  // The page asks again by itself, without a script.
  await expect(page.getByText(t.imports.doneTitle)).toBeVisible({ timeout: 40_000 });
  await expect(page.getByText(t.importFaults["postcode-shape"])).toBeVisible();
  await looksRight(page);
  const list = await page.request.get((await page.getByRole("link", { name: t.imports.download }).getAttribute("href")) ?? "");
  expect(await list.text()).toContain(`4,pcds,${t.importFaults["postcode-shape"]},ZZ1`);
});

test("an auditor's page checks the chain and gives the acts as a table", async ({ page, to, words }) => {
  const t = words.audit;
  const slug = await newCouncil(page);
  await page.goto(to(`/${slug}/manage/audit`));
  await expect(page.getByText(t.whole.title)).toBeVisible();
  await expect(page.getByRole("cell", { name: t.acts["council.created"] })).toBeVisible();
  await looksRight(page);
  await page.getByLabel(t.act, { exact: true }).selectOption("council.created");
  await page.getByRole("button", { name: t.show }).click();
  await expect(page).toHaveURL(/act=council.created/);
  await expect(page.getByRole("cell", { name: t.acts["person.invited"] })).toHaveCount(0);
  const table = await page.request.get((await page.getByRole("link", { name: t.download }).getAttribute("href")) ?? "");
  expect(await table.text()).toContain(t.acts["council.created"]);
  await page.goto(to(`/${slug}/manage/audit?act=nothing`));
  await expect(page.getByText(t.none)).toBeVisible();
  await looksRight(page);
});
