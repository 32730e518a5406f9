"""A moderator with a phone: a reader's correction arrives, and its title has room."""

PHONE = {"viewport": {"width": 360, "height": 740}}
READING = 3_500  # milliseconds; a form sent sooner is taken for a robot's


def test_the_list_of_corrections_gives_its_titles_the_width(open_page, site):
    reader = open_page(**PHONE)
    reader.goto("/corrections/new/?table=quick")
    reader.fill("[name=wrong]", "The release date of a version is not right.")
    reader.fill("[name=right]", "It came out a month later.")
    reader.fill("[name=source_url]", "https://example.org/releases")
    reader.wait_for_timeout(READING)
    reader.get_by_role("button", name="Send this correction").click()
    reader.wait_for_url("**/feedback/thanks/**")

    moderator = open_page(**PHONE)
    moderator.goto("/account/login/?next=/admin/corrections/")
    moderator.fill("input[name=login]", site.people["moderator"].email)
    moderator.fill("input[name=password]", site.people["moderator"].password)
    moderator.get_by_role("button", name="Sign in", exact=True).click()
    title = moderator.locator("td.title").first
    assert title.bounding_box()["width"] > 300
    assert moderator.evaluate("document.documentElement.scrollWidth") <= 360
