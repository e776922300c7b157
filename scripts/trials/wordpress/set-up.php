<?php
// Makes the database of a trial's WordPress and installs it, as its own page for that would; says the versions as JSON.
$_SERVER['HTTP_HOST'] = wp_host(getenv('TRIAL_SITE'));
$database = mysqli_connect('localhost', 'root', '', '', 0, getenv('TRIAL_SOCKET'));
mysqli_query($database, 'create database wordpress character set utf8mb4');

define('WP_INSTALLING', true);
require getenv('TRIAL_FOLDER') . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('Situs mitra', 'trial', 'trial@mitra.example', false, '', getenv('TRIAL_PASSWORD'));
switch_theme('twentytwentythree');
global $wp_version;
echo json_encode(array(
    'WordPress' => $wp_version,
    'PHP' => PHP_VERSION,
    'MariaDB' => mysqli_get_server_info($database),
    'theme' => wp_get_theme()->get('Name') . ' ' . wp_get_theme()->get('Version'),
));

function wp_host($address) {
    return parse_url($address, PHP_URL_HOST) . ':' . parse_url($address, PHP_URL_PORT);
}
