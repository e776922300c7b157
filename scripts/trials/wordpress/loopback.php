<?php
// Plugin that a trial's WordPress must use: forms may be on this machine, no mail goes out, and `?classic` in an address
// brings the classic editor, as the plugin of that name does.
function trial_is_form($url) {
    return wp_parse_url($url, PHP_URL_HOST) === getenv('TRIAL_FORM_HOST')
        && wp_parse_url($url, PHP_URL_PORT) === (int) getenv('TRIAL_FORM_PORT');
}
add_filter('http_request_host_is_external', function ($is_external, $host, $url) {
    return $is_external || trial_is_form($url);
}, 10, 3);
add_filter('http_allowed_safe_ports', function ($ports, $host, $url) {
    return trial_is_form($url) ? array_merge($ports, array((int) getenv('TRIAL_FORM_PORT'))) : $ports;
}, 10, 3);
if (isset($_GET['classic'])) {
    add_filter('use_block_editor_for_post', '__return_false');
}
function wp_mail() {
    return true;
}
